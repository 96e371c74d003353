import { expect, test } from 'vitest';
import { podSpec, rollout, scene, steps, subjectOf } from '../../__fixtures__/scene.ts';
import { repair } from './index.ts';

const on = (nodeSelector: object) => podSpec({}, { nodeSelector });
const node = (name: string, labels: object) => ({ apiVersion: 'v1', kind: 'Node', metadata: { name, labels } });
const cart = subjectOf('Deployment');

test('the last healthy revision first, then the label that the nodes carry', () => {
  const objects = [...rollout(on({ disk: 'nvme' }), on({ disk: 'ssd' })), node('n1', { disk: 'ssd' })];

  expect(steps(repair.repair(scene('unschedulable-selector', cart, objects)))).toEqual([
    [['rollout-undo', { revision: 1, source: 'cart-r1' }]],
    [['set-node-selector', { key: 'disk', value: 'ssd' }]],
  ]);
});

test('a label that no node has is given up', () => {
  expect(
    steps(repair.repair(scene('unschedulable-selector', cart, [...rollout(on({ disk: 'nvme' })), node('n1', {})]))),
  ).toEqual([[['set-node-selector', { key: 'disk', value: null }]]]);
});

test('a choice between several labels is left to a person', () => {
  const objects = [...rollout(on({ zone: 'north' })), node('n1', { zone: 'east' }), node('n2', { zone: 'west' })];

  expect(repair.repair(scene('unschedulable-selector', cart, objects))).toEqual([]);
});
