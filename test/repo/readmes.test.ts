import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLines } from './read-lines.ts';
import { root } from './repository-files.ts';
import { workspaces } from './workspaces.ts';

test('every app and package has a README of at most 60 lines', () => {
  const wrong = workspaces()
    .map(({ folder }) => `${folder}/README.md`)
    .filter((path) => !existsSync(join(root, path)) || readLines(path).length > 60);

  expect(wrong).toEqual([]);
});

test('every such README says what the folder may import', () => {
  const silent = workspaces()
    .map(({ folder }) => `${folder}/README.md`)
    .filter((path) => !readLines(path).some((line) => /may import/i.test(line)));

  expect(silent).toEqual([]);
});

test('the README of the repository has at most 150 lines, AGENTS.md at most 100', () => {
  expect(readLines('README.md').length).toBeLessThanOrEqual(150);
  expect(readLines('AGENTS.md').length).toBeLessThanOrEqual(100);
});
