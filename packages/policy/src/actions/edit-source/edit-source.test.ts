import { expect, test } from 'vitest';
import { action } from './index.ts';

const edits = [
  { path: 'a.yaml', oldText: 'port: 1', newText: 'port: 2' },
  { path: 'a.yaml', oldText: 'path: /x', newText: 'path: /y' },
];

test('hands the edits on as they are', () => {
  expect(action.change(undefined, { edits }, { objects: [] })).toEqual({ method: 'edit', edits });
});

test('its undo swaps old and new, last edit first', () => {
  expect(action.undo(undefined, { edits }, { objects: [] })?.arguments).toEqual({
    edits: [
      { path: 'a.yaml', oldText: 'path: /y', newText: 'path: /x' },
      { path: 'a.yaml', oldText: 'port: 2', newText: 'port: 1' },
    ],
  });
});

test('a new file or a removed text has no undo by edits', () => {
  expect(action.undo(undefined, { edits: [{ path: 'a', newText: 'x' }] }, { objects: [] })).toBeUndefined();
  expect(
    action.undo(undefined, { edits: [{ path: 'a', oldText: 'x', newText: '' }] }, { objects: [] }),
  ).toBeUndefined();
});

test.each(['../outside', '/etc/passwd', 'a/../../b'])('the path %s is refused', (path) => {
  expect(action.arguments.safeParse({ edits: [{ path, newText: 'x' }] }).success).toBe(false);
});
