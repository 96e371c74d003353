import { expect, test } from 'vitest';
import { podSpec, rollout, scene, steps, subjectOf } from '../../__fixtures__/scene.ts';
import { repair } from './index.ts';

const service = (selector: object, name = 'cart') => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'shop', uid: 's-1' },
  spec: { selector },
});
const at = (name = 'cart') => subjectOf('Service', name);

test.each([
  ['a value that is wrong', { app: 'kart' }, { app: 'cart' }],
  ['a label that the pods lack beside one they have', { app: 'cart', tier: 'web' }, { app: 'cart' }],
  ['labels the pods have none of', { name: 'cart' }, { app: 'cart' }],
])('%s: the labels of the workload of the same name', (_name, selector, wanted) => {
  const situation = scene('selector-matches-nothing', at(), [...rollout(podSpec()), service(selector)]);

  expect(steps(repair.repair(situation))).toEqual([[['set-selector', { selector: wanted }]]]);
});

test('the workload whose labels are nearest, where none has the name', () => {
  const situation = scene('selector-matches-nothing', at('front'), [
    ...rollout(podSpec()),
    service({ app: 'carts' }, 'front'),
  ]);

  expect(steps(repair.repair(situation))).toEqual([[['set-selector', { selector: { app: 'cart' } }]]]);
});

test('a selector like no workload is left to a person', () => {
  expect(
    repair.repair(
      scene('selector-matches-nothing', at('front'), [...rollout(podSpec()), service({ app: 'billing' }, 'front')]),
    ),
  ).toEqual([]);
});
