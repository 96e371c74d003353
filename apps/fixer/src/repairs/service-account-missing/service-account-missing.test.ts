import { expect, test } from 'vitest';
import { podSpec, rollout, scene, steps, subjectOf } from '../../__fixtures__/scene.ts';
import { repair } from './index.ts';

const as = (serviceAccountName: string) => podSpec({}, { serviceAccountName });

test('the revision that ran as another account first, then that account', () => {
  const situation = scene('service-account-missing', subjectOf('ServiceAccount', 'new'), rollout(as('new'), as('old')));

  expect(steps(repair.repair(situation))).toEqual([
    [['rollout-undo', { revision: 1, source: 'cart-r1' }]],
    [['set-service-account', { serviceAccount: 'old' }]],
  ]);
});

test('nothing where the earlier revision ran as the same account', () => {
  const both = rollout(as('new'), { ...as('new'), nodeSelector: { a: 'b' } });

  expect(repair.repair(scene('service-account-missing', subjectOf('ServiceAccount', 'new'), both))).toEqual([]);
});
