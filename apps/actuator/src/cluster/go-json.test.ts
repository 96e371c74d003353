import { expect, test } from 'vitest';
import { goJson } from './go-json.ts';

test('escapes what Go escapes and stays the same value', () => {
  const value = { command: ['a => b && c < d', 'line\u2028separator', 'ö "quoted" \\ back'] };

  const text = goJson(value);

  expect(text).toContain('a =\\u003e b \\u0026\\u0026 c \\u003c d');
  expect(text).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(text)).toEqual(value);
});
