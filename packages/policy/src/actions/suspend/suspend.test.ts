import { expect, test } from 'vitest';
import { cronJob } from '../../__fixtures__/objects.ts';
import { perform } from '../../__fixtures__/perform.ts';
import type { LiveObject } from '../../action-definition.ts';
import { action } from './index.ts';

const before: LiveObject = { ...cronJob, spec: { ...(cronJob.spec as object), suspend: false } };

test('sets the mark and can be taken back', () => {
  const { after, undone } = perform(action, before, {});

  expect(after.spec.suspend).toBe(true);
  expect(undone).toEqual(before);
});

test('does nothing where it is so already', () => {
  const already: LiveObject = { ...cronJob, spec: { suspend: true } };

  expect(action.change(already, {}, { objects: [] })).toEqual({ method: 'patch', operations: [] });
  expect(action.undo(already, {}, { objects: [] })).toBeUndefined();
});
