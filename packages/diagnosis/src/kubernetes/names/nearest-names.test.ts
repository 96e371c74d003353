import { expect, test } from 'vitest';
import { nearestNames } from './nearest-names.ts';

test('puts typing errors, case and shared words first and leaves strangers out', () => {
  expect(nearestNames('payment-timeout-ms', ['payment-timeout', 'PAYMENT_TIMEOUT_MS', 'currency'])).toEqual([
    'PAYMENT_TIMEOUT_MS',
    'payment-timeout',
  ]);
  expect(nearestNames('storefrnt', ['storefront', 'cart'])).toEqual(['storefront']);
  expect(nearestNames('wbe', ['web', 'api'])).toEqual(['web']);
  expect(nearestNames('a', [])).toEqual([]);
});
