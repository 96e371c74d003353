import { expect, test } from 'vitest';
import { podSpec, rollout, scene, steps, subjectOf } from '../../__fixtures__/scene.ts';
import { repair } from './index.ts';

const present = podSpec({ image: 'shop/cart:typo' });

test('the image of the last healthy revision first, then that revision', () => {
  const situation = scene('image-not-found', subjectOf('Deployment'), rollout(present, podSpec()), {
    container: 'web',
  });

  expect(steps(repair.repair(situation))).toEqual([
    [['set-image', { container: 'web', image: 'shop/cart:1' }]],
    [['rollout-undo', { revision: 1, source: 'cart-r1' }]],
  ]);
});

test('without an earlier revision there is no image that is known to run', () => {
  expect(repair.repair(scene('image-not-found', subjectOf('Deployment'), rollout(present)))).toEqual([]);
});
