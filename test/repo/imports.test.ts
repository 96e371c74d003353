import { expect, test } from 'vitest';
import { readLines } from './read-lines.ts';
import { sourceFiles } from './source-files.ts';

const production = sourceFiles().filter(
  (path) =>
    /^(apps|packages)\/[^/]+\/src\//.test(path) && !path.endsWith('.test.ts') && !path.startsWith('packages/testing/'),
);

test('no production file imports the testing package', () => {
  const wrong = production.filter((path) => readLines(path).some((line) => /from '@auto-ops\/testing'/.test(line)));

  expect(wrong).toEqual([]);
});

test('no production file imports a test or a fixture', () => {
  const wrong = production.filter((path) =>
    readLines(path).some((line) => /from '[^']*(\.test\.ts|__fixtures__\/)/.test(line)),
  );

  expect(wrong).toEqual([]);
});

test('a package is imported by its name alone, never by a path into it', () => {
  const wrong = sourceFiles().filter((path) =>
    readLines(path).some((line) => /from '@auto-ops\/[\w-]+\//.test(line) && !path.startsWith('test/repo/')),
  );

  expect(wrong).toEqual([]);
});
