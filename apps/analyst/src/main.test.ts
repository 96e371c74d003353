import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Analysis, Route } from '@auto-ops/contracts';
import { expect, test } from 'vitest';
import { incidentOf } from './__fixtures__/incident-of.ts';
import { workspaceOf } from './__fixtures__/workspace-of.ts';

const main = join(import.meta.dirname, 'main.ts');
const window = { from: '2026-01-01T11:00:00Z', to: '2026-01-01T12:00:00Z' };
const owner = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'cart', namespace: 'shop', uid: 'd1' },
  spec: { replicas: 1 },
};
const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: 'cart-x',
    namespace: 'shop',
    uid: 'p1',
    ownerReferences: [{ kind: 'Deployment', name: 'cart', uid: 'd1', controller: true }],
  },
  spec: { containers: [{ name: 'cart', image: 'registry.local/cart:nope' }] },
  status: {
    phase: 'Pending',
    containerStatuses: [
      {
        name: 'cart',
        image: 'registry.local/cart:nope',
        restartCount: 0,
        state: {
          waiting: {
            reason: 'ImagePullBackOff',
            message: 'Back-off pulling image "registry.local/cart:nope": manifest unknown: not found',
          },
        },
      },
    ],
  },
};
const evidence = [owner, pod].map((object, index) => ({
  id: `ev-${index}`,
  kind: 'object',
  source: 'test',
  observedAt: window.to,
  body: { object },
}));
const coverage = {
  schemaVersion: 1,
  incident: 'a1b2',
  zone: 'cluster',
  specialist: 'kubernetes',
  capturedAt: window.to,
  window,
  items: 2,
  coverage: [{ kind: 'Pod', namespace: 'shop', complete: true }],
};
const alerts = [
  {
    source: 'alertmanager',
    name: 'KubePodNotReady',
    status: 'firing' as const,
    labels: { namespace: 'shop', pod: 'cart-x' },
    annotations: {},
  },
];

async function run(step: string, ...words: readonly string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, [main, step, ...words], {
    env: { AUTO_OPS_LOG_LEVEL: 'silent' },
  });
  return JSON.parse(stdout);
}

test('routes and analyses as a program, a second start changes nothing', async () => {
  const root = workspaceOf({
    'incident/incident.json': incidentOf({ alerts }),
    'collect/1/kubernetes/coverage.json': coverage,
    'collect/1/kubernetes/evidence.ndjson': evidence,
  });

  const routed = await run('route', '--workspace', root);
  const analysed = await run('analyse', '--workspace', root, '--round', '1');
  const again = await run('analyse', '--workspace', root, '--round', '1');

  expect(routed).toMatchObject({ verdict: 'routed', cluster: ['access', 'helm', 'kubernetes', 'storage'], source: [] });
  expect(analysed).toEqual({ verdict: 'identified', next: 'fix', cluster: [] });
  expect(again).toEqual(analysed);
  const route = Route.parse(JSON.parse(readFileSync(join(root, 'route/route.json'), 'utf8')));
  const analysis = Analysis.parse(JSON.parse(readFileSync(join(root, 'analyse/1/analysis.json'), 'utf8')));
  expect(route.targets[0]?.name).toBe('cart-x');
  expect(analysis.causes[0]).toMatchObject({ code: 'image-not-found', subject: { kind: 'Deployment', name: 'cart' } });
});
