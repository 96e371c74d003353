import { expect, test } from 'vitest';
import { service } from '../../__fixtures__/objects.ts';
import { perform } from '../../__fixtures__/perform.ts';
import { action } from './index.ts';

test('replaces the selector and can be taken back', () => {
  const { after, undone } = perform(action, service, { selector: { app: 'cart' } });

  expect(after.spec.selector).toEqual({ app: 'cart' });
  expect(undone).toEqual(service);
});

test('an empty selector, which selects nothing, is refused', () => {
  expect(action.arguments.safeParse({ selector: {} }).success).toBe(false);
});
