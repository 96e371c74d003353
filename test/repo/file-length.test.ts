import { expect, test } from 'vitest';
import { readLines } from './read-lines.ts';
import { sourceFiles } from './source-files.ts';

const lengths = sourceFiles().map((path) => ({ path, lines: readLines(path).length }));

test('no source file is longer than 400 lines', () => {
  const tooLong = lengths.filter(({ lines }) => lines > 400);

  expect(tooLong).toEqual([]);
});

test('half of the source files have at most 80 lines', () => {
  const sorted = lengths.map(({ lines }) => lines).toSorted((one, other) => one - other);
  const median = sorted[Math.floor(sorted.length / 2)];

  expect(median).toBeLessThanOrEqual(80);
});
