import { expect, test } from 'vitest';
import { pod } from '../../__fixtures__/objects.ts';
import { action } from './index.ts';

const ownedBy = (kind: string) => ({
  ...pod,
  metadata: { ...pod.metadata, ownerReferences: [{ kind, name: 'x', uid: 'x', controller: true }] },
});

test('deletes a pod that comes again', () => {
  expect(action.change(pod, {}, { objects: [] })).toEqual({ method: 'delete' });
});

test('a pod without a controller is destructive and refused', () => {
  const lonely = { ...pod, metadata: { name: 'x', namespace: 'shop' } };

  expect(action.classify(lonely, {}).class).toBe('R4');
  expect(() => action.change(lonely, {}, { objects: [] })).toThrow(expect.objectContaining({ code: 'TARGET_CHANGED' }));
});

test.each([
  ['ReplicaSet', 'R2'],
  ['StatefulSet', 'R3'],
])('a pod of a %s is %s', (kind, expected) => {
  expect(action.classify(ownedBy(kind), {}).class).toBe(expected);
});
