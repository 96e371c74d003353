import { expect, test } from 'vitest';
import { podSpec, rollout, scene, steps, subjectOf } from '../../__fixtures__/scene.ts';
import { repair } from './index.ts';

test('back to the revision that differs in just this', () => {
  const situation = scene(
    'unschedulable-taint',
    subjectOf('Deployment'),
    rollout(podSpec({}, { nodeSelector: { pool: 'gpu' } }), podSpec()),
  );

  expect(steps(repair.repair(situation))).toEqual([[['rollout-undo', { revision: 1, source: 'cart-r1' }]]]);
});

test('nothing where the earlier revision has the same fault', () => {
  const both = rollout(
    podSpec({}, { nodeSelector: { pool: 'gpu' } }),
    podSpec({ image: 'shop/cart:0' }, { nodeSelector: { pool: 'gpu' } }),
  );

  expect(repair.repair(scene('unschedulable-taint', subjectOf('Deployment'), both))).toEqual([]);
});
