import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorTable } from '@auto-ops/contracts';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const sources = ['apps', 'packages']
  .flatMap((parent) => readdirSync(join(root, parent)).map((name) => join(root, parent, name, 'src')))
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .filter((path) => !path.startsWith(join(root, 'packages', 'contracts', 'src', 'errors')))
  .map((path) => readFileSync(path, 'utf8'));
const text = sources.join('\n');

test('every code that is thrown is in the error table', () => {
  const thrown = [...text.matchAll(/new AutoOpsError\(\s*'(\w+)'/g)].map(([, code]) => code ?? '');

  const unknown = thrown.filter((code) => !Object.hasOwn(errorTable, code));

  expect(unknown).toEqual([]);
});

test('every code of the error table is used', () => {
  const unused = Object.keys(errorTable).filter((code) => !text.includes(`'${code}'`));

  expect(unused).toEqual([]);
});

test('every row of the error table says what to do next, as a sentence', () => {
  const poor = Object.entries(errorTable).filter(([, { hint }]) => !/^[A-Z/`].{8,}\.$/s.test(hint));

  expect(poor).toEqual([]);
});
