import { expect, test } from 'vitest';
import { makeEdits } from './make-edits.ts';

test('an edit holds only the lines that differ', () => {
  const before = 'a: 1\nb: 2\nc: 3\n';

  expect(makeEdits('x.yaml', before, 'a: 1\nb: 9\nc: 3\n')).toEqual([
    { path: 'x.yaml', oldText: 'b: 2\n', newText: 'b: 9\n' },
  ]);
});

test('a line that occurs twice takes lines around it until it is unique', () => {
  const before = 'one:\n  port: 1\ntwo:\n  port: 1\n';

  const [edit] = makeEdits('x.yaml', before, 'one:\n  port: 1\ntwo:\n  port: 2\n');

  expect(edit).toEqual({ path: 'x.yaml', oldText: 'two:\n  port: 1\n', newText: 'two:\n  port: 2\n' });
});

test('two places make two edits, an added line keeps its neighbour', () => {
  const before = 'a\nb\nc\nd\ne\n';

  const edits = makeEdits('x', before, 'a\nB\nc\nd\nnew\ne\n');

  expect(edits).toEqual([
    { path: 'x', oldText: 'b\n', newText: 'B\n' },
    { path: 'x', oldText: 'd\n', newText: 'd\nnew\n' },
  ]);
});
