import { expect, test } from 'vitest';
import { claim } from '../../__fixtures__/objects.ts';
import { perform } from '../../__fixtures__/perform.ts';
import { action } from './index.ts';

test('asks for more, for good', () => {
  const { after, undone } = perform(action, claim, { storage: '20Gi' });

  expect(after.spec.resources.requests.storage).toBe('20Gi');
  expect(undone).toBeUndefined();
});

test('less than there is stops it', () => {
  expect(() => perform(action, claim, { storage: '5Gi' })).toThrow(/asks for 10Gi/);
});
