import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Collection, Evidence, Incident } from '@auto-ops/contracts';
import { temporaryFolder } from '@auto-ops/testing';
import { expect, test } from 'vitest';
import { openWorkspace } from '../open-workspace.ts';
import { readCollections } from './read-collections.ts';

const window = { from: '2026-09-22T09:30:00Z', to: '2026-09-22T12:29:58Z' };
const incident: Incident = {
  schemaVersion: 1,
  id: 'a1',
  title: 'cart is down',
  severity: 'critical',
  createdAt: '2026-09-22T12:00:00Z',
  fingerprint: 'a'.repeat(64),
  mode: 'live',
  alerts: [],
  window,
};
const collection = (specialist: string, capturedAt: string, coverage: Collection['coverage']): Collection => ({
  schemaVersion: 1,
  incident: 'a1',
  zone: 'cluster',
  specialist,
  capturedAt,
  window,
  items: 1,
  coverage,
});
const item = (id: string, text: string): Evidence => ({
  id,
  kind: 'document',
  source: 'test',
  observedAt: window.to,
  body: { title: 'T', text },
});

function workspaceOf(files: Record<string, object>) {
  const root = temporaryFolder();
  for (const [path, content] of Object.entries<object>({ 'incident/incident.json': incident, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    const text = path.endsWith('.ndjson')
      ? (content as Evidence[]).map((line) => JSON.stringify(line)).join('\n')
      : JSON.stringify(content);
    writeFileSync(join(root, path), text);
  }
  return openWorkspace(root);
}

test('merges rounds: the same content once, other content under a suffix, the best coverage, the latest time', () => {
  const workspace = workspaceOf({
    'collect/1/kubernetes/coverage.json': collection('kubernetes', '2026-09-22T12:01:00Z', [
      { kind: 'Pod', namespace: 'shop', complete: false, error: 'forbidden' },
    ]),
    'collect/1/kubernetes/evidence.ndjson': [item('pod/shop/cart', 'one'), item('node/a', 'same')],
    'collect/2/kubernetes/coverage.json': collection('kubernetes', '2026-09-22T12:03:00Z', [
      { kind: 'Pod', namespace: 'shop', complete: true },
    ]),
    'collect/2/kubernetes/evidence.ndjson': [item('pod/shop/cart', 'two'), item('node/a', 'same')],
    'collect/2/unfinished/evidence.ndjson': [item('half', 'x')],
  });

  const { manifest, evidence } = readCollections(workspace, 'collect');

  expect(evidence.map(({ id }) => id)).toEqual(['pod/shop/cart', 'node/a', 'pod/shop/cart~2']);
  expect(manifest).toMatchObject({
    name: 'a1',
    capturedAt: '2026-09-22T12:03:00Z',
    window: { from: window.from, to: '2026-09-22T12:03:00Z' },
    coverage: [{ kind: 'Pod', namespace: 'shop', complete: true }],
  });
});

test('keeps the recorded manifest in a replay and reads observe by specialist', () => {
  const recorded = { version: 1, name: 'recorded', capturedAt: '2026-01-01T00:00:00Z', window, alerts: [] };
  const workspace = workspaceOf({
    'incident/incident.json': { ...incident, mode: 'replay' },
    'incident/bundle/bundle.json': recorded,
    'observe/rendered/coverage.json': collection('rendered', '2026-01-01T00:00:00Z', []),
    'observe/rendered/evidence.ndjson': [item('deployment/shop/cart', 'declared')],
  });

  const { manifest, evidence } = readCollections(workspace, 'observe');

  expect(manifest).toEqual({ ...recorded, coverage: [] });
  expect(evidence).toHaveLength(1);
});

test('is empty before anything was collected', () => {
  const { manifest, evidence } = readCollections(workspaceOf({}), 'collect');

  expect(manifest.capturedAt).toBe(incident.createdAt);
  expect(evidence).toEqual([]);
});
