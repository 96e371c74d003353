import { expect, test } from 'vitest';
import { podSpec, rollout, scene, steps, subjectOf } from '../../__fixtures__/scene.ts';
import { repair } from './index.ts';

const quota = { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'budget', namespace: 'shop' } };
const refused = {
  apiVersion: 'v1',
  kind: 'Event',
  metadata: { name: 'e1', namespace: 'shop' },
  involvedObject: { apiVersion: 'apps/v1', kind: 'ReplicaSet', namespace: 'shop', name: 'cart-r2', uid: 'rs-2' },
  type: 'Warning',
  reason: 'FailedCreate',
  message: 'Error creating: pods "cart-x" is forbidden: exceeded quota: budget, requested: requests.memory=48Mi',
  firstTimestamp: '2026-01-01T11:59:00Z',
  lastTimestamp: '2026-01-01T11:59:00Z',
};

test('as many replicas as the quota admits', () => {
  const objects = [
    ...rollout(podSpec(), undefined, { spec: { replicas: 6 }, status: { replicas: 4 } }),
    quota,
    refused,
  ];

  expect(steps(repair.repair(scene('quota-exceeded', subjectOf('ResourceQuota', 'budget'), objects)))).toEqual([
    [['scale', { replicas: 4 }]],
  ]);
});

test('the revision that asked for less first', () => {
  const objects = [
    ...rollout(podSpec({ resources: { requests: { memory: '1Gi' } } }), podSpec(), {
      spec: { replicas: 2 },
      status: { replicas: 1 },
    }),
    quota,
    refused,
  ];

  expect(steps(repair.repair(scene('quota-exceeded', subjectOf('ResourceQuota', 'budget'), objects)))).toEqual([
    [['rollout-undo', { revision: 1, source: 'cart-r1' }]],
    [['scale', { replicas: 1 }]],
  ]);
});

test('never to zero', () => {
  const objects = [...rollout(podSpec(), undefined, { status: { replicas: 0 } }), quota, refused];

  expect(repair.repair(scene('quota-exceeded', subjectOf('ResourceQuota', 'budget'), objects))).toEqual([]);
});
