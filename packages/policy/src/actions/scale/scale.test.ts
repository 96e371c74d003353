import { expect, test } from 'vitest';
import { deployment } from '../../__fixtures__/objects.ts';
import { perform } from '../../__fixtures__/perform.ts';
import type { LiveObject } from '../../action-definition.ts';
import { action } from './index.ts';

test('sets the replicas and can be taken back', () => {
  const { after, undone } = perform(action, deployment, { replicas: 4 });

  expect(after.spec.replicas).toBe(4);
  expect(undone).toEqual(deployment);
});

test.each([
  [2, 4, 'R2'],
  [2, 5, 'R3'],
  [2, 1, 'R3'],
  [2, 0, 'R3'],
  [0, 2, 'R2'],
  [0, 3, 'R3'],
  [1, 2, 'R2'],
  [3, 3, 'R2'],
])('from %i to %i replicas is %s', (present, replicas, expected) => {
  const object: LiveObject = { ...deployment, spec: { replicas: present } };

  expect(action.classify(object, { replicas }).class).toBe(expected);
});

test('without the object it is never the lesser class', () => {
  expect(action.classify(undefined, { replicas: 1 }).class).toBe('R3');
});
