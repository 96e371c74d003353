import { expect, test } from 'vitest';
import { Edit } from './edit.ts';

test.each(['a.yaml', 'deploy/cart.yaml', 'a..b/..c/d..yaml', 'größe/café.yaml'])('%s may be edited', (path) => {
  expect(Edit.safeParse({ path, newText: '' }).success).toBe(true);
});

test.each([
  '',
  '/etc/passwd',
  '..',
  '../a',
  'a/../b',
  'a/..',
  'a\\..\\b',
  'a\n/../../b',
  'a\u2028/../../b',
  'a\r/../b',
  'a\0b',
  'a'.repeat(1001),
])('%j may not be edited', (path) => {
  expect(Edit.safeParse({ path, newText: '' }).success).toBe(false);
});
