import { expect, test } from 'vitest';
import { podSpec, rollout, scene, steps, subjectOf } from '../../__fixtures__/scene.ts';
import { repair } from './index.ts';

test('back to the revision that differs in just this', () => {
  const situation = scene(
    'rbac-denied',
    subjectOf('Deployment'),
    rollout(podSpec({}, { serviceAccountName: 'new' }), podSpec()),
  );

  expect(steps(repair.repair(situation))).toEqual([[['rollout-undo', { revision: 1, source: 'cart-r1' }]]]);
});

test('nothing where the earlier revision has the same fault', () => {
  const both = rollout(
    podSpec({}, { serviceAccountName: 'new' }),
    podSpec({ image: 'shop/cart:0' }, { serviceAccountName: 'new' }),
  );

  expect(repair.repair(scene('rbac-denied', subjectOf('Deployment'), both))).toEqual([]);
});
