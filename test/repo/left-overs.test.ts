import { expect, test } from 'vitest';
import { readLines } from './read-lines.ts';
import { repositoryFiles } from './repository-files.ts';
import { sourceFiles } from './source-files.ts';

// This file names what it looks for.
const own = 'test/repo/left-overs.test.ts';
const tests = sourceFiles().filter((path) => path.endsWith('.test.ts') && path !== own);

function linesWith(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    readLines(path).flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
  );
}

test('nothing is left to do in a comment', () => {
  const found = linesWith(
    sourceFiles().filter((path) => path !== own),
    /\b(TODO|FIXME|XXX|HACK)\b/,
  );

  expect(found).toEqual([]);
});

test('no test is skipped for good, none runs alone', () => {
  const found = linesWith(tests, /\b(it|test|describe)(\.\w+)*\.(only|skip|todo|fails)\(/);

  expect(found).toEqual([]);
});

test('every test file asserts something', () => {
  const silent = tests.filter((path) => !readLines(path).some((line) => /\b(expect|assert)\b/.test(line)));

  expect(silent).toEqual([]);
});

test('no file names the machine it was written on', () => {
  const text = repositoryFiles().filter(
    (path) => path !== own && /\.(ts|mjs|json|ndjson|md|ya?ml|sh|example)$|\.ci\/run$/.test(path),
  );
  const found = linesWith(text, /\/work\/(main|shared)|\/tmp\/team|\/root\//);

  expect(found).toEqual([]);
});
