import { expect, test } from 'vitest';
import { podSpec, rollout, scene, steps, subjectOf } from '../../__fixtures__/scene.ts';
import { repair } from './index.ts';

const asking = (memory: string, more: object = {}) =>
  podSpec({ image: 'shop/cart:2', resources: { requests: { memory } }, ...more });
const cart = subjectOf('Deployment');

test('the last healthy revision first, then its requests alone', () => {
  const objects = rollout(asking('900Gi'), asking('64Mi', { image: 'shop/cart:1' }));

  expect(steps(repair.repair(scene('unschedulable-resources', cart, objects)))).toEqual([
    [['rollout-undo', { revision: 1, source: 'cart-r1' }]],
    [['set-resources', { container: 'web', requests: { memory: '64Mi' } }]],
  ]);
});

test('nothing where the earlier revision asked for as much', () => {
  expect(
    repair.repair(
      scene('unschedulable-resources', cart, rollout(asking('900Gi'), asking('900Gi', { image: 'shop/cart:1' }))),
    ),
  ).toEqual([]);
});
