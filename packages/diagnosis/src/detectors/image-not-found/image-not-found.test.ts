import { expect, test } from 'vitest';
import {
  deployment,
  event,
  minutesAgo,
  pod,
  replicaSet,
  waiting,
} from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const missing =
  'rpc error: code = NotFound desc = failed to pull and unpack image "registry.example/shop/cart:2.0": failed to resolve reference "registry.example/shop/cart:2.0": registry.example/shop/cart:2.0: not found';
const rollout = [
  deployment('cart'),
  replicaSet('cart', 1, { container: { image: 'registry.example/shop/cart:1.9' } }),
  replicaSet('cart', 2, { ready: 0, container: { image: 'registry.example/shop/cart:2.0' } }),
];
const failing = pod('cart-r2-a', {
  owner: 'cart',
  revision: 2,
  container: { image: 'registry.example/shop/cart:2.0' },
  state: waiting('ErrImagePull', missing),
});

test('names the workload, the image and the one before', () => {
  const finding = only(
    detect(
      detector,
      ...rollout,
      failing,
      event(failing, 'Failed', `Failed to pull image "registry.example/shop/cart:2.0": ${missing}`),
    ),
  );

  expect(finding.subject).toEqual({ apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cart' });
  expect(finding.facts).toMatchObject({
    container: 'cart',
    image: 'registry.example/shop/cart:2.0',
    tag: '2.0',
    previousImage: 'registry.example/shop/cart:1.9',
    previousRevision: 1,
  });
  expect(finding.since).toBe(minutesAgo(6));
});

test('reads the reason from the event where the state tells of the back-off alone', () => {
  const backOff = pod('cart-r2-a', {
    owner: 'cart',
    revision: 2,
    container: { image: 'registry.example/shop/cart:2.0' },
    state: waiting('ImagePullBackOff', 'Back-off pulling image "registry.example/shop/cart:2.0"'),
  });

  const found = detect(
    detector,
    ...rollout,
    backOff,
    event(backOff, 'Failed', `Failed to pull image "registry.example/shop/cart:2.0": ${missing}`),
  );

  expect(subjects(found)).toEqual(['Deployment/cart']);
  expect(only(found).evidence).toHaveLength(2);
});

test('is ruled out by a refusal, and says nothing once the image is there', () => {
  const denied = pod('cart-r2-a', {
    owner: 'cart',
    revision: 2,
    state: waiting('ErrImagePull', 'pull access denied, repository does not exist or may require authorization'),
  });
  const pulled = pod('cart-r2-b', { owner: 'cart', revision: 2 });

  expect(detect(detector, ...rollout, denied)).toMatchObject({ findings: [], ruledOut: [{ code: 'image-not-found' }] });
  expect(detect(detector, ...rollout, pulled, event(pulled, 'Failed', missing)).findings).toEqual([]);
});

test('reads a pod without spec, owner objects or events', () => {
  const bare = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'cart-r2-a', namespace: 'shop' },
    status: {
      containerStatuses: [
        {
          name: 'cart',
          image: 'cart:2.0',
          state: { waiting: { reason: 'ErrImagePull', message: 'manifest unknown' } },
        },
      ],
    },
  };

  expect(subjects(detect(detector, bare))).toEqual(['Pod/cart-r2-a']);
});

test('does not take the name of the image for the answer', () => {
  const named = pod('denied-r1-a', {
    owner: 'denied',
    container: { image: 'registry.example/denied/app:403' },
    state: waiting(
      'ErrImagePull',
      'failed to resolve reference "registry.example/denied/app:403": registry.example/denied/app:403: not found',
    ),
  });

  expect(subjects(detect(detector, deployment('denied'), replicaSet('denied', 1), named))).toEqual([
    'Deployment/denied',
  ]);
});
