import { expect, test } from 'vitest';
import { nearestText } from './nearest-text.ts';

test.each([
  ['storefront-web', ['storefront', 'cart'], 'storefront'],
  ['db-hosts', ['db-host', 'port'], 'db-host'],
  ['kart', ['cart', 'docs'], 'cart'],
  ['payment', ['billing', 'ledger'], undefined],
  ['node-a', ['node-b', 'node-c'], undefined],
  ['cart', [], undefined],
])('%s among %j is %s', (wanted, known, expected) => {
  expect(nearestText(wanted, known)).toBe(expected);
});
