import { expect, test } from 'vitest';
import { crashing, deployment, pod, replicaSet } from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const env = (value: string) => ({ container: { env: [{ name: 'MODE', value }] } });
const sets = [replicaSet('orders', 1, env('safe')), replicaSet('orders', 2, { ready: 0, ...env('fast') })];
const failing = pod('orders-r2-a', { owner: 'orders', revision: 2, state: crashing({}) });

test('names the workload, both revisions and what differs', () => {
  const finding = only(detect(detector, deployment('orders'), ...sets, failing));

  expect(finding.subject).toMatchObject({ kind: 'Deployment', name: 'orders' });
  expect(finding.facts).toEqual({
    revision: 2,
    previousRevision: 1,
    previousReady: 1,
    paths: ['spec.containers[orders].env[MODE].value'],
  });
});

test('is ruled out where the revision before fails as well', () => {
  const both = [
    replicaSet('orders', 1, { ready: 0, ...env('safe') }),
    replicaSet('orders', 2, { ready: 0, ...env('fast') }),
  ];

  expect(detect(detector, deployment('orders'), ...both, failing)).toMatchObject({
    findings: [],
    ruledOut: [{ code: 'configuration-changed' }],
  });
});

test('says nothing of a new image, of a revision that works, or of one without a predecessor', () => {
  const image = [replicaSet('orders', 1), replicaSet('orders', 2, { ready: 0, container: { image: 'orders:2' } })];

  expect(subjects(detect(detector, deployment('orders'), ...image, failing))).toEqual([]);
  expect(
    subjects(detect(detector, deployment('orders'), ...sets, pod('orders-r2-a', { owner: 'orders', revision: 2 }))),
  ).toEqual([]);
  expect(subjects(detect(detector, deployment('orders'), replicaSet('orders', 2), failing))).toEqual([]);
});

test('reads revisions without templates', () => {
  expect(
    subjects(detect(detector, deployment('orders'), ...sets.map((set) => ({ ...set, spec: {} })), failing)),
  ).toEqual([]);
});
