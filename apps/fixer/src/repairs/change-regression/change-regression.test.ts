import { expect, test } from 'vitest';
import { podSpec, rollout, scene, steps, subjectOf } from '../../__fixtures__/scene.ts';
import { repair } from './index.ts';

const changed = podSpec({ env: [{ name: 'MODE', value: 'new' }] });

test('back to the last healthy revision, citing both and pinning the object', () => {
  const candidates = repair.repair(scene('change-regression', subjectOf('Deployment'), rollout(changed, podSpec())));

  expect(steps(candidates)).toEqual([[['rollout-undo', { revision: 1, source: 'cart-r1' }]]]);
  expect(candidates[0]?.actions[0]).toMatchObject({
    target: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      namespace: 'shop',
      name: 'cart',
      uid: 'd-1',
      resourceVersion: '42',
      generation: 2,
    },
    evidence: ['ev-1', 'ev-2', 'ev-3'],
  });
});

test('nothing where the only revision is the failing one', () => {
  expect(repair.repair(scene('change-regression', subjectOf('Deployment'), rollout(changed)))).toEqual([]);
});
