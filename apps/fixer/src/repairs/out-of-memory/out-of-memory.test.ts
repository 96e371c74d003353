import { expect, test } from 'vitest';
import { podSpec, rollout, scene, steps, subjectOf } from '../../__fixtures__/scene.ts';
import { repair } from './index.ts';

const limited = (memory: string) => podSpec({ resources: { limits: { memory } } });
const cart = subjectOf('Deployment');
const node = (memory: string) => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'n1' },
  status: { allocatable: { memory } },
});

test.each([
  ['the limit it had before, where that is within twice', '96Mi', '128Mi', '128Mi'],
  ['the double, where the limit was not changed', '96Mi', '96Mi', '192Mi'],
  ['the double, where it was raised already', '96Mi', '64Mi', '192Mi'],
])('%s', (_name, present, previous, wanted) => {
  const before = { ...limited(previous), nodeSelector: { a: 'b' } };

  expect(steps(repair.repair(scene('out-of-memory', cart, rollout(limited(present), before))))).toEqual([
    [['set-resources', { container: 'web', limits: { memory: wanted } }]],
    [['rollout-undo', { revision: 1, source: 'cart-r1' }]],
  ]);
});

test('a limit that was cut to less than half comes back with its revision', () => {
  expect(steps(repair.repair(scene('out-of-memory', cart, rollout(limited('96Mi'), limited('256Mi')))))).toEqual([
    [['rollout-undo', { revision: 1, source: 'cart-r1' }]],
  ]);
});

test('never more than a node has', () => {
  const objects = [...rollout(limited('6Gi')), node('8Gi')];

  expect(repair.repair(scene('out-of-memory', cart, objects))).toEqual([]);
  expect(steps(repair.repair(scene('out-of-memory', cart, [...rollout(limited('4Gi')), node('8Gi')])))).toEqual([
    [['set-resources', { container: 'web', limits: { memory: '8Gi' } }]],
  ]);
});

test('a container without a limit is left to a person', () => {
  expect(repair.repair(scene('out-of-memory', cart, rollout(podSpec())))).toEqual([]);
});
