import { expect, test } from 'vitest';
import { podSpec, rollout, scene, steps, subjectOf } from '../../__fixtures__/scene.ts';
import { repair } from './index.ts';

const withSecret = (name: string) =>
  podSpec({ env: [{ name: 'KEY', valueFrom: { secretKeyRef: { name, key: 'k' } } }] });

test('back to the revision that did not need the Secret', () => {
  const situation = scene(
    'secret-missing',
    subjectOf('Secret', 'rotated'),
    rollout(withSecret('rotated'), withSecret('old')),
  );

  expect(steps(repair.repair(situation))).toEqual([[['rollout-undo', { revision: 1, source: 'cart-r1' }]]]);
});

test('nothing where the earlier revision needs it as well', () => {
  const both = rollout(withSecret('rotated'), { ...withSecret('rotated'), nodeSelector: { a: 'b' } });

  expect(repair.repair(scene('secret-missing', subjectOf('Secret', 'rotated'), both))).toEqual([]);
});
