import { expect, test } from 'vitest';
import { node } from '../../__fixtures__/objects.ts';
import { perform } from '../../__fixtures__/perform.ts';
import type { LiveObject } from '../../action-definition.ts';
import { action } from './index.ts';

const before: LiveObject = { ...node, spec: { ...(node.spec as object), unschedulable: true } };

test('sets the mark and can be taken back', () => {
  const { after, undone } = perform(action, before, {});

  expect(after.spec.unschedulable).toBe(false);
  expect(undone).toEqual(before);
});

test('does nothing where it is so already', () => {
  const already: LiveObject = { ...node, spec: { unschedulable: false } };

  expect(action.change(already, {}, { objects: [] })).toEqual({ method: 'patch', operations: [] });
  expect(action.undo(already, {}, { objects: [] })).toBeUndefined();
});
