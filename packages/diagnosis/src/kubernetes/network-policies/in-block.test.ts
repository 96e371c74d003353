import { expect, test } from 'vitest';
import { inBlock } from './in-block.ts';

test.each([
  ['10.0.0.9', '10.0.0.0/8', true],
  ['11.0.0.9', '10.0.0.0/8', false],
  ['192.168.1.130', '192.168.1.128/25', true],
  ['192.168.1.127', '192.168.1.128/25', false],
  ['8.8.8.8', '0.0.0.0/0', true],
  ['10.0.0.9', '10.0.0.9/32', true],
  ['10.0.0.9', undefined, false],
  ['not an address', '10.0.0.0/8', false],
  ['fd00::1', '::/0', true],
])('%s lies in %s: %s', (address, block, expected) => {
  expect(inBlock(address, block)).toBe(expected);
});
