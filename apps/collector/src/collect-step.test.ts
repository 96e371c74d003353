import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Incident, Route } from '@auto-ops/contracts';
import { createLogger } from '@auto-ops/runtime';
import { loopbackServer, temporaryFolder } from '@auto-ops/testing';
import { openWorkspace, type StepCall } from '@auto-ops/workspace';
import { expect, test } from 'vitest';
import { collectStep } from './collect-step.ts';
import { Config } from './config.ts';
import { observeStep } from './observe-step.ts';

const window = { from: '2026-11-21T12:00:00Z', to: '2026-11-21T13:00:00Z' };
const incident: Incident = {
  schemaVersion: 1,
  id: 'a1',
  title: 'cart is down',
  severity: 'critical',
  createdAt: window.to,
  fingerprint: 'a'.repeat(64),
  mode: 'live',
  alerts: [{ source: 'test', name: 'Down', status: 'firing', labels: {}, annotations: {} }],
  window,
};
const route: Route = {
  schemaVersion: 1,
  incident: 'a1',
  specialists: {},
  scope: { namespaces: ['shop'] },
  targets: [],
  reasons: [],
};

function callFor(
  specialist: string,
  zone: 'cluster' | 'source',
  files: Record<string, unknown> = {},
  config: object = {},
): StepCall<Config> {
  const root = temporaryFolder();
  const all: Record<string, unknown> = { 'incident/incident.json': incident, 'route/route.json': route, ...files };
  for (const [path, content] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
  const folder = `collect/1/${specialist}`;
  mkdirSync(join(root, folder), { recursive: true });
  const workspace = openWorkspace(root);
  return {
    name: 'collect',
    folder,
    workspace,
    incident: JSON.parse(readFileSync(join(root, 'incident/incident.json'), 'utf8')),
    round: 1,
    zone,
    specialist,
    config: Config.parse(config),
    logger: createLogger({ name: 'test', level: 'silent' }),
    signal: new AbortController().signal,
  };
}

const coverageOf = (call: StepCall<Config>) =>
  JSON.parse(readFileSync(join(call.workspace.path(call.folder), 'coverage.json'), 'utf8'));
const evidenceOf = (call: StepCall<Config>) =>
  readFileSync(join(call.workspace.path(call.folder), 'evidence.ndjson'), 'utf8');

function kubeconfigFor(server: string): string {
  const file = join(temporaryFolder(), 'kubeconfig');
  const cluster = { server, 'insecure-skip-tls-verify': true };
  const config = {
    clusters: [{ name: 'c', cluster }],
    users: [{ name: 'u', user: { token: 't' } }],
    contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
    'current-context': 'x',
  };
  writeFileSync(file, JSON.stringify(config));
  return file;
}

test('a replay hands the recorded bundle on, at its own time', async () => {
  const line = JSON.stringify({
    id: 'ev-1',
    kind: 'document',
    source: 's',
    observedAt: window.from,
    body: { title: 't', text: 'x' },
  });
  const call = callFor('bundle', 'source', {
    'incident/incident.json': { ...incident, mode: 'replay' },
    'incident/bundle/bundle.json': { version: 1, name: 'b', capturedAt: window.from, window, alerts: [] },
    'incident/bundle/evidence.ndjson': line,
  });

  const outputs = await collectStep.run(call);

  expect(outputs).toEqual({ verdict: 'done' });
  expect(evidenceOf(call)).toBe(`${line}\n`);
  expect(coverageOf(call)).toMatchObject({
    specialist: 'bundle',
    zone: 'source',
    capturedAt: window.from,
    items: 1,
    coverage: [],
  });
});

test('a specialist that fails says so, and the run goes on', async () => {
  const server = await loopbackServer(() => ({ status: 401, body: { message: 'Unauthorized' } }));
  const call = callFor('storage', 'cluster', {}, { kubeconfig: kubeconfigFor(server.url) });

  const outputs = await collectStep.run(call);

  expect(outputs).toEqual({ verdict: 'failed' });
  expect(evidenceOf(call)).toBe('');
  expect(coverageOf(call).coverage).toContainEqual({
    kind: 'StorageClass',
    complete: false,
    error: expect.stringContaining('KUBERNETES_UNAUTHORIZED: GET /api/v1/persistentvolumes: 401'),
  });
  expect(coverageOf(call)).toMatchObject({ items: 0, error: { code: 'KUBERNETES_UNAUTHORIZED' } });
});

test('a namespace that a person misspelt ends the step', async () => {
  const server = await loopbackServer(() => ({ body: { items: [{ metadata: { name: 'shop' } }] } }));
  const scope = { namespaces: ['shpo'] };
  const files = {
    'incident/incident.json': { ...incident, alerts: [], scope },
    'route/route.json': { ...route, scope },
  };
  const call = callFor('kubernetes', 'cluster', files, { kubeconfig: kubeconfigFor(server.url) });

  await expect(collectStep.run(call)).rejects.toMatchObject({ code: 'NAMESPACE_UNKNOWN', exit: 3 });
});

test('observe reads what a changed repository declares', async () => {
  const call = callFor('rendered', 'source', {
    'apply/repository/cart.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: cart}\n',
  });

  const outputs = await observeStep.run({ ...call, name: 'observe' });

  expect(outputs).toEqual({ verdict: 'done' });
  expect(JSON.parse(evidenceOf(call))).toMatchObject({ id: 'deployment/shop/cart' });
});

test.each([
  ['weather', 'cluster', 'there is no specialist'],
  ['kubernetes', 'source', 'belongs to the zone cluster'],
] as const)('refuses %s in the zone %s', async (specialist, zone, reason) => {
  await expect(collectStep.run(callFor(specialist, zone))).rejects.toMatchObject({
    code: 'USAGE_INVALID',
    message: expect.stringContaining(reason),
  });
});
