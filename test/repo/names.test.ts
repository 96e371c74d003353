import { expect, test } from 'vitest';
import { repositoryFiles } from './repository-files.ts';

// A folder or file of one of these names collects what nobody named.
const drawers = new Set(['common', 'helper', 'helpers', 'lib', 'misc', 'shared', 'util', 'utilities', 'utils']);

test('no file or folder is a drawer', () => {
  const found = repositoryFiles()
    .filter((path) => /^(apps|packages|scripts|test)\//.test(path) && !path.startsWith('test/bundles/'))
    .filter((path) => path.split('/').some((part) => drawers.has(part.replace(/\..*$/, ''))));

  expect(found).toEqual([]);
});

test('the root holds only what a newcomer needs first', () => {
  const allowed = new Set([
    '.env.example',
    '.gitignore',
    '.dockerignore',
    'AGENTS.md',
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'SECURITY.md',
    'biome.json',
    'package-lock.json',
    'package.json',
    'tsconfig.json',
    'turbo.json',
    'vitest.config.ts',
  ]);

  const others = repositoryFiles().filter((path) => !path.includes('/') && !allowed.has(path));

  expect(others).toEqual([]);
});
