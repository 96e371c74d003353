import { expect, test } from 'vitest';
import { quantityOf } from './quantity-of.ts';
import { quantityText } from './quantity-text.ts';

test.each([
  ['500m', 0.5],
  ['2', 2],
  [3, 3],
  ['1Gi', 2 ** 30],
  ['1.5Mi', 1.5 * 2 ** 20],
  ['128974848', 128_974_848],
  ['1e3', 1_000],
  ['12E', 12e18],
  ['100k', 100_000],
  ['', undefined],
  ['5Q', undefined],
  ['many', undefined],
  [null, undefined],
])('%s is %s', (text, expected) => {
  expect(quantityOf(text)).toBe(expected);
});

test('writes amounts as people do', () => {
  expect([
    quantityText('cpu', 0.25),
    quantityText('cpu', 4),
    quantityText('memory', 2 ** 31),
    quantityText('memory', 3 * 2 ** 29),
    quantityText('pods', 110),
  ]).toEqual(['250m', '4', '2Gi', '1536Mi', '110']);
});
