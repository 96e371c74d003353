import { expect, test } from 'vitest';
import { deployment, related } from '../../__fixtures__/objects.ts';
import { perform } from '../../__fixtures__/perform.ts';
import { action } from './index.ts';

test('restores the identity of an earlier revision, with its alias', () => {
  const { after, undone } = perform(action, deployment, { serviceAccount: 'cart-old' }, related);

  expect(after.spec.template.spec).toMatchObject({ serviceAccountName: 'cart-old', serviceAccount: 'cart-old' });
  expect(undone).toEqual(deployment);
});

test('an identity that no revision had is refused', () => {
  expect(() => perform(action, deployment, { serviceAccount: 'cluster-admin' }, related)).toThrow(
    /ran as cluster-admin/,
  );
});
