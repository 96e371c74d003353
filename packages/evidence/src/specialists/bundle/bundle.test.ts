import type { BundleManifest, Evidence } from '@auto-ops/contracts';
import { expect, test } from 'vitest';
import { requestFor } from '../../__fixtures__/request-for.ts';
import { specialist } from './index.ts';

const manifest: BundleManifest = {
  version: 1,
  name: 'recorded',
  capturedAt: '2026-01-01T00:00:00Z',
  window: { from: '2025-12-31T00:00:00Z', to: '2026-01-01T00:00:00Z' },
  alerts: [],
  coverage: [{ kind: 'Pod', complete: true }],
};
const item: Evidence = {
  id: 'ev-1',
  kind: 'document',
  source: 's',
  observedAt: manifest.capturedAt,
  body: { title: 't', text: 'x' },
};

test('hands on what was recorded, unchanged and at its own time', async () => {
  const collected = await specialist.collect(
    requestFor(() => ({}), { readRecorded: async () => ({ manifest, evidence: [item] }) }),
  );

  expect(collected).toEqual({ evidence: [item], coverage: manifest.coverage, capturedAt: manifest.capturedAt });
});

test('fails where nothing was recorded', async () => {
  await expect(specialist.collect(requestFor(() => ({})))).rejects.toMatchObject({ code: 'BUNDLE_UNREADABLE' });
});
