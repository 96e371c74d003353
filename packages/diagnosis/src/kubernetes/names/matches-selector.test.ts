import { expect, test } from 'vitest';
import { matchesSelector } from './matches-selector.ts';
import { selectorText } from './selector-text.ts';

const labels = { app: 'cart', tier: 'web', weight: '5' };

test.each([
  [{}, true],
  [undefined, false],
  [{ matchLabels: { app: 'cart' } }, true],
  [{ matchLabels: { app: 'cart', zone: 'a' } }, false],
  [{ matchExpressions: [{ key: 'app', operator: 'In', values: ['cart', 'web'] }] }, true],
  [{ matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['cart'] }] }, false],
  [{ matchExpressions: [{ key: 'zone', operator: 'NotIn', values: ['a'] }] }, true],
  [{ matchExpressions: [{ key: 'tier', operator: 'Exists' }] }, true],
  [{ matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] }, false],
  [{ matchExpressions: [{ key: 'weight', operator: 'Gt', values: ['4'] }] }, true],
  [{ matchExpressions: [{ key: 'weight', operator: 'Lt', values: ['4'] }] }, false],
  [{ matchExpressions: [{ key: 'app', operator: 'Near', values: ['cart'] }] }, false],
  [{ matchLabels: { constructor: 'x' } }, false],
])('%j matches: %s', (selector, expected) => {
  expect(matchesSelector(selector, labels)).toBe(expected);
});

test('writes a selector as kubectl takes it', () => {
  expect(
    selectorText({ matchLabels: { app: 'a' }, matchExpressions: [{ key: 'b', operator: 'In', values: ['c', 'd'] }] }),
  ).toBe('app=a,b in (c,d)');
});
