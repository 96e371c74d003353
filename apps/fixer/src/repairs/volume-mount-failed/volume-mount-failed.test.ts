import { expect, test } from 'vitest';
import { podSpec, rollout, scene, steps, subjectOf } from '../../__fixtures__/scene.ts';
import { repair } from './index.ts';

test('back to the revision that differs in just this', () => {
  const situation = scene(
    'volume-mount-failed',
    subjectOf('Deployment'),
    rollout(podSpec({}, { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'x' } }] }), podSpec()),
  );

  expect(steps(repair.repair(situation))).toEqual([[['rollout-undo', { revision: 1, source: 'cart-r1' }]]]);
});

test('nothing where the earlier revision has the same fault', () => {
  const both = rollout(
    podSpec({}, { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'x' } }] }),
    podSpec({ image: 'shop/cart:0' }, { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'x' } }] }),
  );

  expect(repair.repair(scene('volume-mount-failed', subjectOf('Deployment'), both))).toEqual([]);
});
