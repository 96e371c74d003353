import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

let earlier = '';

test('gives each caller an empty folder of its own', () => {
  const one = temporaryFolder();
  const other = temporaryFolder();

  writeFileSync(join(one, 'file'), 'content');

  earlier = one;
  expect(one).not.toBe(other);
  expect(statSync(other).isDirectory()).toBe(true);
  expect(existsSync(join(other, 'file'))).toBe(false);
});

test('is gone after its test, with what was in it', () => {
  expect(earlier).not.toBe('');
  expect(existsSync(earlier)).toBe(false);
});
