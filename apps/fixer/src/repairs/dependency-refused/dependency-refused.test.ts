import { expect, test } from 'vitest';
import { podSpec, rollout, scene, steps, subjectOf } from '../../__fixtures__/scene.ts';
import { repair } from './index.ts';

const event = (message: string) => ({
  apiVersion: 'v1',
  kind: 'Event',
  metadata: { name: 'e1', namespace: 'shop' },
  involvedObject: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cart', uid: 'd-1' },
  type: 'Normal',
  reason: 'ScalingReplicaSet',
  message,
  lastTimestamp: '2026-01-01T11:59:00Z',
});
const stopped = rollout(podSpec(), undefined, { spec: { replicas: 0 } });
const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'cart', namespace: 'shop' },
  spec: { selector: { app: 'cart' } },
};

test.each([
  ['in the words of present versions', [event('Scaled down replica set cart-r2 from 3 to 0')], 3],
  ['in the words of older versions', [event('Scaled down replica set cart-r2 to 0 from 4')], 4],
  ['one where no event tells', [], 1],
])('back to as many replicas as there were, %s', (_name, events, replicas) => {
  expect(steps(repair.repair(scene('dependency-refused', subjectOf('Deployment'), [...stopped, ...events])))).toEqual([
    [['scale', { replicas }]],
  ]);
});

test('the workload behind the Service that refuses', () => {
  expect(steps(repair.repair(scene('dependency-refused', subjectOf('Service'), [...stopped, service])))).toEqual([
    [['scale', { replicas: 1 }]],
  ]);
});

test('one that has replicas: the last healthy revision, or a restart', () => {
  const objects = rollout(podSpec({ image: 'shop/cart:2' }), podSpec());

  expect(steps(repair.repair(scene('dependency-refused', subjectOf('Deployment'), objects)))).toEqual([
    [['rollout-undo', { revision: 1, source: 'cart-r1' }]],
    [['rollout-restart', { at: '2026-01-01T12:00:00Z' }]],
  ]);
});

test('what lies outside the cluster is left to people', () => {
  expect(
    repair.repair(scene('dependency-refused', { kind: 'External', name: 'bank.example' }, rollout(podSpec()))),
  ).toEqual([]);
});
