import { expect, test } from 'vitest';
import { deployment, event, pod, replicaSet, waiting } from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const message =
  'Failed to apply default image tag "shop/cart::2": couldn\'t parse image name "shop/cart::2": invalid reference format';

test('names the workload and the name', () => {
  const failing = pod('cart-r1-a', {
    owner: 'cart',
    container: { image: 'shop/cart::2' },
    state: waiting('InvalidImageName', message),
  });

  const finding = only(detect(detector, deployment('cart'), replicaSet('cart', 1), failing));

  expect(finding).toMatchObject({
    subject: { kind: 'Deployment', name: 'cart' },
    facts: { image: 'shop/cart::2', container: 'cart' },
  });
});

test('says nothing once the container started', () => {
  const fine = pod('cart-r1-a', { owner: 'cart' });

  expect(
    detect(detector, deployment('cart'), replicaSet('cart', 1), fine, event(fine, 'InspectFailed', message)).findings,
  ).toEqual([]);
});

test('reads a state without a message', () => {
  const bare = pod('cart', { state: waiting('InvalidImageName') });

  expect(subjects(detect(detector, bare))).toEqual(['Pod/cart']);
});
