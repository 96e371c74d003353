import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Incident, Plan, type Review } from '@auto-ops/contracts';
import { planHash } from '@auto-ops/policy';
import { createLogger, nodeCryptography } from '@auto-ops/runtime';
import { temporaryFolder } from '@auto-ops/testing';
import { openWorkspace } from '@auto-ops/workspace';
import { expect, test } from 'vitest';
import { analysisOf, podSpec, rollout, subjectOf } from '../__fixtures__/scene.ts';
import { Config } from '../config.ts';
import { fixStep } from './fix-step.ts';

const incident: Incident = {
  schemaVersion: 1,
  id: 'i-1',
  title: 'x',
  severity: 'warning',
  createdAt: '2026-01-01T12:00:00Z',
  fingerprint: 'a'.repeat(64),
  mode: 'live',
  alerts: [],
  window: { from: '2026-01-01T11:00:00Z', to: '2026-01-01T12:00:00Z' },
};

function prepare(mode: Incident['mode']) {
  const root = temporaryFolder();
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  put('incident/incident.json', JSON.stringify({ ...incident, mode }));
  const objects = rollout(podSpec({ image: 'shop/cart:typo' }), podSpec());
  const lines = objects.map((object, index) => ({
    id: `ev-${index + 1}`,
    kind: 'object',
    source: 'test',
    observedAt: incident.createdAt,
    body: { object },
  }));
  put('collect/1/kubernetes/evidence.ndjson', `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
  put(
    'collect/1/kubernetes/coverage.json',
    JSON.stringify({
      schemaVersion: 1,
      incident: 'i-1',
      zone: 'cluster',
      specialist: 'kubernetes',
      capturedAt: incident.createdAt,
      window: incident.window,
      items: lines.length,
      coverage: [],
    }),
  );
  put('analyse/1/analysis.json', JSON.stringify(analysisOf('image-not-found', subjectOf('Deployment'))));
  const workspace = openWorkspace(root);
  const run = (attempt: number) =>
    fixStep.run({
      name: 'fix',
      folder: `fix/${attempt}`,
      workspace,
      incident: { ...incident, mode },
      attempt,
      config: Config.parse({}),
      logger: createLogger({ name: 'test', level: 'silent' }),
      signal: new AbortController().signal,
    });
  return { put, workspace, run, text: (path: string) => readFileSync(join(root, path), 'utf8') };
}

test('a drafted plan goes on to its rehearsal and shows what it changes', async () => {
  const { run, workspace, text } = prepare('live');

  expect(await run(1)).toEqual({ verdict: 'drafted', next: 'rehearse', edits: 'none' });

  expect(workspace.read(Plan, 'fix/1/plan.json').actions.map((action) => action.type)).toEqual(['set-image']);
  expect(text('fix/1/change.diff')).toMatch(
    /^diff --git a\/Deployment\/shop\/cart\.yaml[\s\S]*\n- +- image: shop\/cart:typo\n\+ +- image: shop\/cart:1\n/,
  );
});

test('the next attempt takes the next candidate, and the last one goes to the report', async () => {
  const { run, put, workspace } = prepare('live');
  const sendBack = (attempt: number) => {
    const plan = workspace.read(Plan, `fix/${attempt}/plan.json`);
    const review: Review = {
      schemaVersion: 1,
      incident: 'i-1',
      attempt,
      planHash: planHash(plan, nodeCryptography),
      class: 'R2',
      verdict: 'changes-requested',
      checks: [],
      comments: [],
    };
    put(`review/${attempt}/review.json`, JSON.stringify(review));
  };
  await run(1);
  sendBack(1);
  await run(2);
  sendBack(2);

  expect(workspace.read(Plan, 'fix/2/plan.json').actions.map((action) => action.type)).toEqual(['rollout-undo']);
  expect(await run(3)).toEqual({ verdict: 'none', next: 'report', edits: 'none' });
});

test('a replay edits the newest checkout', async () => {
  const { run, put, workspace, text } = prepare('replay');
  put(
    'collect/1/repository/repository/cart.yaml',
    'kind: Deployment\nmetadata: {name: cart, namespace: shop}\nspec: {template: {spec: {containers: [{name: web, image: "shop/cart:typo"}]}}}\n',
  );

  expect(await run(1)).toEqual({ verdict: 'drafted', next: 'rehearse', edits: 'some' });

  expect(workspace.read(Plan, 'fix/1/plan.json').actions[0]).toMatchObject({ type: 'edit-source' });
  expect(text('fix/1/change.diff')).toContain(
    '+spec: {template: {spec: {containers: [{name: web, image: "shop/cart:1"}]}}}',
  );
});

test('without an analysis the step says what is missing', async () => {
  const workspace = openWorkspace(temporaryFolder());
  const call = {
    name: 'fix',
    folder: 'fix/1',
    workspace,
    incident,
    attempt: 1,
    config: Config.parse({}),
    logger: createLogger({ name: 'test', level: 'silent' }),
    signal: new AbortController().signal,
  } as const;

  await expect(fixStep.run(call)).rejects.toMatchObject({ code: 'DOCUMENT_MISSING', exit: 3 });
});
