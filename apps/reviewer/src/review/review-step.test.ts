import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Action, Review } from '@auto-ops/contracts';
import { createLogger } from '@auto-ops/runtime';
import { temporaryFolder } from '@auto-ops/testing';
import { openWorkspace } from '@auto-ops/workspace';
import { expect, test } from 'vitest';
import { editing, manifest, restore, reviewInputOf } from '../__fixtures__/review-input-of.ts';
import { Config } from '../config.ts';
import { reviewStep } from './review-step.ts';

function prepare(action: Action, attempt = 1) {
  const root = temporaryFolder();
  const input = reviewInputOf([action]);
  const put = (path: string, value: unknown) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), typeof value === 'string' ? value : JSON.stringify(value));
  };
  const { incident, evidence } = input;
  const rehearsal = { ...input.rehearsal, attempt };
  put('incident/incident.json', incident);
  put('collect/1/kubernetes/evidence.ndjson', evidence.map((line) => `${JSON.stringify(line)}\n`).join(''));
  put('collect/1/kubernetes/coverage.json', {
    schemaVersion: 1,
    incident: 'i-1',
    zone: 'cluster',
    specialist: 'kubernetes',
    capturedAt: incident.createdAt,
    window: incident.window,
    items: evidence.length,
    coverage: [],
  });
  put('analyse/1/analysis.json', input.analysis);
  put(`fix/${attempt}/plan.json`, { ...input.plan, attempt });
  put(`rehearse/${attempt}/rehearsal.json`, rehearsal);
  const workspace = openWorkspace(root);
  const run = (config: Partial<Config> = {}) =>
    reviewStep.run({
      name: 'review',
      folder: `review/${attempt}`,
      workspace,
      incident,
      attempt,
      config: { ...Config.parse({}), ...config },
      logger: createLogger({ name: 'test', level: 'silent' }),
      signal: new AbortController().signal,
    });
  return { put, run, workspace };
}

test('an approved plan goes on to its proposal', async () => {
  const { run, workspace } = prepare(restore());

  expect(await run()).toEqual({ verdict: 'approved', next: 'propose', class: 'R2' });
  expect(workspace.read(Review, 'review/1/review.json').checks.length).toBeGreaterThan(10);
});

test.each([
  [1, 'fix'],
  [2, 'fix'],
  [3, 'report'],
] as const)('attempt %i that is sent back goes to %s', async (attempt, next) => {
  const { run } = prepare(restore({ evidence: ['ev-99'] }), attempt);

  expect(await run()).toMatchObject({ verdict: 'changes-requested', next });
});

test('the number of attempts is a setting, from 1 to 5', async () => {
  const { run } = prepare(restore({ evidence: ['ev-99'] }));

  expect(await run({ maximumIterations: 1 })).toMatchObject({ next: 'report' });
  expect(Config.safeParse({ maximumIterations: '6' }).success).toBe(false);
});

test('a rejected plan goes to the report at once', async () => {
  const { run } = prepare(restore({ type: 'exec' }));

  expect(await run()).toEqual({ verdict: 'rejected', next: 'report', class: 'RX' });
});

test('edits are read against the checkout', async () => {
  const { run, put } = prepare(editing('  image: shop/cart:typo\n', '  image: shop/cart:1\n'));
  put('collect/1/repository/repository/cart.yaml', manifest);

  expect(await run()).toMatchObject({ verdict: 'approved' });
});

test('edits without a checkout fit no file', async () => {
  const { run, workspace } = prepare(editing('  image: shop/cart:typo\n', '  image: shop/cart:1\n'));

  expect(await run()).toMatchObject({ verdict: 'changes-requested' });
  expect(workspace.read(Review, 'review/1/review.json').comments.map((comment) => comment.check)).toContain(
    'manifest-lint',
  );
});
