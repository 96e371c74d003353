import { expect, test } from 'vitest';
import {
  crashing,
  deployment,
  event,
  minutesAgo,
  other,
  pod,
  replicaSet,
  running,
} from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const stuck = {
  type: 'Progressing',
  status: 'False',
  reason: 'ProgressDeadlineExceeded',
  message: 'ReplicaSet "orders-r2" has timed out progressing.',
  lastTransitionTime: minutesAgo(6),
};
const orders = (conditions: object[], extra: object = {}) =>
  deployment('orders', { status: { conditions, updatedReplicas: 1 }, ...extra });
const sets = [
  replicaSet('orders', 1, { container: { image: 'orders:1' } }),
  replicaSet('orders', 2, { ready: 0, container: { image: 'orders:2' } }),
];
const unready = pod('orders-r2-a', {
  owner: 'orders',
  revision: 2,
  container: { readinessProbe: { httpGet: { path: '/healthz', port: 8080 } } },
  state: running({ ready: false }),
});
const log = {
  logs: [
    {
      pod: 'shop/orders-r2-a',
      container: 'orders',
      lines: ['WARN not taking traffic: database schema is 41, this version wants 42'],
    },
  ],
};

test('names the workload, both revisions and what the pods say', () => {
  const finding = only(
    detect(
      detector,
      orders([stuck]),
      ...sets,
      unready,
      event(unready, 'Unhealthy', 'Readiness probe failed: HTTP probe failed with statuscode: 503'),
      log,
    ),
  );

  expect(finding.subject).toMatchObject({ apiVersion: 'apps/v1', kind: 'Deployment', name: 'orders' });
  expect(finding).toMatchObject({
    severity: 'critical',
    since: minutesAgo(6),
    facts: {
      revision: 2,
      previousRevision: 1,
      previousReady: 1,
      images: ['orders:2'],
      previousImages: ['orders:1'],
      unreadyPods: ['orders-r2-a'],
    },
  });
});

test('is a mere symptom where its pods have a narrower trouble', () => {
  const crash = pod('orders-r2-a', { owner: 'orders', revision: 2, state: crashing({}) });

  expect(only(detect(detector, orders([stuck]), ...sets, crash))).toMatchObject({
    severity: 'info',
    facts: { explainedBy: 'its containers end' },
  });
});

test('says nothing of a rollout that goes on, is done, is paused or is scaled to zero', () => {
  const done = { ...stuck, status: 'True', reason: 'NewReplicaSetAvailable' };

  expect(subjects(detect(detector, orders([done]), ...sets))).toEqual([]);
  expect(subjects(detect(detector, orders([stuck], { replicas: 0 })))).toEqual([]);
  expect(subjects(detect(detector, orders([])))).toEqual([]);
});

test('reads a Deployment of which nothing else is known', () => {
  expect(
    subjects(detect(detector, other('apps/v1', 'Deployment', 'bare', { status: { conditions: [stuck] } }))),
  ).toEqual(['Deployment/bare']);
});
