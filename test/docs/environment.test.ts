import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const table = readFileSync(join(root, 'docs', 'reference', 'environment.md'), 'utf8');
const listed = new Set([...table.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name ?? ''));
const configs = readdirSync(join(root, 'apps'))
  .map((app) => join(root, 'apps', app, 'src', 'config.ts'))
  .filter((file) => existsSync(file))
  .map((file) => readFileSync(file, 'utf8'));

test('every variable that an app declares is in the table', () => {
  const declared = configs.flatMap((text) => [...text.matchAll(/env: '(\w+)'/g)].map(([, name]) => name ?? ''));

  expect(declared.length).toBeGreaterThan(0);
  expect(declared.filter((name) => !listed.has(name))).toEqual([]);
});

test('.env.example has every variable of the table, and sets none', () => {
  const example = readFileSync(join(root, '.env.example'), 'utf8');
  const named = [...example.matchAll(/^# (\w+)=/gm)].map(([, name]) => name ?? '');

  expect(new Set(named)).toEqual(listed);
  expect(example).not.toMatch(/^[^#\n]/m);
});
