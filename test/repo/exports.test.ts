import { expect, test } from 'vitest';
import { readLines } from './read-lines.ts';
import { sourceFiles } from './source-files.ts';

const declaration = /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|class|function\*?) (\w+)/;

test('a file exports at most one value; types that describe it stay beside it', () => {
  const crowded = sourceFiles()
    .filter((path) => /^(apps|packages)\/[^/]+\/src\//.test(path) && !path.endsWith('.test.ts'))
    .map((path) => ({ path, values: readLines(path).flatMap((line) => declaration.exec(line)?.[1] ?? []) }))
    .filter(({ values }) => values.length > 1);

  expect(crowded).toEqual([]);
});

test('index.ts of a package only re-exports, by name', () => {
  const wrong = sourceFiles()
    .filter((path) => /^packages\/[^/]+\/src\/index\.ts$/.test(path))
    .filter((path) => readLines(path).some((line) => /^export \*|^(import|const|function|class) /.test(line)));

  expect(wrong).toEqual([]);
});
