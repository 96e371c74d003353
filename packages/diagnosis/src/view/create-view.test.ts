import { expect, test } from 'vitest';
import { bundleOf } from '../__fixtures__/bundle-of.ts';
import { viewOf } from '../__fixtures__/view-of.ts';
import { createView } from './create-view.ts';

const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'cart', namespace: 'shop', uid: 'd1' },
};
const replicaSet = {
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  metadata: {
    name: 'cart-7d9',
    namespace: 'shop',
    uid: 'r1',
    ownerReferences: [{ kind: 'Deployment', name: 'cart', uid: 'd1', controller: true }],
  },
};
const pod = (name: string, created: string, extra: Record<string, unknown> = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name,
    namespace: 'shop',
    uid: `uid-${name}`,
    creationTimestamp: created,
    labels: { app: 'cart', 'pod-template-hash': '7d9' },
    ownerReferences: [{ kind: 'ReplicaSet', name: 'cart-7d9', uid: 'r1', controller: true }],
    ...extra,
  },
});
const names = (items: readonly { object: { metadata: { name: string } } }[]) =>
  items.map((item) => item.object.metadata.name);

test('finds the workload above a pod and the pods below it, newest first', () => {
  const view = viewOf(
    pod('cart-a', '2026-01-01T10:00:00Z'),
    pod('cart-b', '2026-01-01T11:00:00Z'),
    replicaSet,
    deployment,
  );

  const workload = view.workload(view.object('Pod', 'shop', 'cart-a')!);

  expect(workload.object.kind).toBe('Deployment');
  expect(names(view.pods(workload))).toEqual(['cart-b', 'cart-a']);
  expect(names(view.owned(workload))).toEqual(['cart-7d9']);
});

test('finds the Deployment of a pod whose ReplicaSet was not read', () => {
  const view = viewOf(pod('cart-a', '2026-01-01T10:00:00Z'), deployment);

  expect(view.workload(view.object('Pod', 'shop', 'cart-a')!).object.kind).toBe('Deployment');
});

test('takes a static pod for its own workload, not its node', () => {
  const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'one', uid: 'n1' } };
  const view = viewOf(
    node,
    pod('etcd', '2026-01-01T10:00:00Z', {
      ownerReferences: [{ kind: 'Node', name: 'one', uid: 'n1', controller: true }],
    }),
  );

  expect(view.workload(view.object('Pod', 'shop', 'etcd')!).object.metadata.name).toBe('etcd');
});

test('shows the newest of several states and keeps the earlier ones', () => {
  const state = (replicas: number, observedAt: string) => ({
    kind: 'object',
    observedAt,
    body: { object: { ...deployment, spec: { replicas } } },
  });
  const view = viewOf({
    evidence: [state(2, '2026-01-01T11:00:00Z'), state(0, '2026-01-01T12:00:00Z'), state(1, '2026-01-01T10:00:00Z')],
  });

  const item = view.object('Deployment', 'shop', 'cart')!;

  expect(item.id).toBe('ev-2');
  expect(view.earlier(item).map(({ id }) => id)).toEqual(['ev-1', 'ev-3']);
});

test('matches pods that carry all labels, and none for an empty selector', () => {
  const view = viewOf(
    pod('cart-a', '2026-01-01T10:00:00Z'),
    pod('cart-b', '2026-01-01T10:00:00Z', { labels: { app: 'other' } }),
  );

  expect(names(view.podsMatching('shop', { app: 'cart' }))).toEqual(['cart-a']);
  expect(names(view.podsMatching(undefined, { app: 'cart' }))).toEqual(['cart-a']);
  expect(view.podsMatching('shop', { app: 'cart', tier: 'web' })).toEqual([]);
  expect(view.podsMatching('shop', {})).toEqual([]);
});

test('reads Events of both APIs, oldest first', () => {
  const core = {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: 'one', namespace: 'shop' },
    reason: 'BackOff',
    type: 'Warning',
    message: 'back-off',
    count: 7,
    firstTimestamp: '2026-01-01T11:00:00Z',
    lastTimestamp: '2026-01-01T11:50:00Z',
    involvedObject: { kind: 'Pod', namespace: 'shop', name: 'cart-a', apiVersion: 'v1' },
  };
  const newer = {
    apiVersion: 'events.k8s.io/v1',
    kind: 'Event',
    metadata: { name: 'two', namespace: 'shop' },
    reason: 'Failed',
    note: 'no such image',
    eventTime: '2026-01-01T11:10:00.000000Z',
    regarding: { kind: 'Pod', namespace: 'shop', name: 'cart-a' },
    series: { count: 3, lastObservedTime: '2026-01-01T11:20:00.000000Z' },
  };
  const view = viewOf(core, newer, pod('cart-a', '2026-01-01T10:00:00Z'));

  const events = view.events(view.object('Pod', 'shop', 'cart-a')!);

  expect(events.map(({ reason, message, count }) => [reason, message, count])).toEqual([
    ['Failed', 'no such image', 3],
    ['BackOff', 'back-off', 7],
  ]);
  expect(view.eventsOf('BackOff', 'Failed').map(({ id }) => id)).toEqual(['ev-2', 'ev-1']);
});

test('leaves out Events of a predecessor with the same name, but not those that name a Node by its name', () => {
  const event = (name: string, involvedObject: object, last: string) => ({
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name, namespace: 'default' },
    reason: 'Any',
    lastTimestamp: last,
    involvedObject,
  });
  const node = {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: 'one', uid: 'n1', creationTimestamp: '2026-01-01T09:00:00Z' },
  };
  const view = viewOf(
    pod('cart-a', '2026-01-01T10:00:00Z'),
    node,
    event('old', { kind: 'Pod', namespace: 'shop', name: 'cart-a', uid: 'gone' }, '2026-01-01T09:00:00Z'),
    event('node', { kind: 'Node', name: 'one', uid: 'one' }, '2026-01-01T11:00:00Z'),
  );

  expect(view.events(view.object('Pod', 'shop', 'cart-a')!)).toEqual([]);
  expect(view.events(view.object('Node', undefined, 'one')!)).toHaveLength(1);
});

test('orders log lines: previous containers first, then by time, each line once', () => {
  const view = viewOf({
    logs: [
      { pod: 'shop/cart-a', lines: [{ text: 'second', at: '2026-01-01T11:01:00Z' }, 'undated'] },
      {
        pod: 'shop/cart-a',
        lines: [
          { text: 'second', at: '2026-01-01T11:01:00Z' },
          { text: 'third', at: '2026-01-01T11:02:00Z' },
        ],
      },
      { pod: 'shop/cart-a', previous: true, lines: [{ text: 'first', at: '2026-01-01T11:05:00Z' }] },
    ],
  });

  const lines = view.logs({ apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'cart-a' });

  expect(lines.map(({ id, text }) => [id, text])).toEqual([
    ['ev-3#0', 'first'],
    ['ev-1#0', 'second'],
    ['ev-1#1', 'undated'],
    ['ev-2#1', 'third'],
  ]);
});

test('covers a namespace by its own entry before the one of all namespaces', () => {
  const view = viewOf({
    coverage: ['Pod', 'Secret@shop', { kind: 'Pod', namespace: 'locked', complete: false, error: 'forbidden' }],
  });

  expect(view.covers('Pod', 'shop')).toBe(true);
  expect(view.covers('Pod', 'locked')).toBe(false);
  expect(view.covers('Secret', 'shop')).toBe(true);
  expect(view.covers('Secret')).toBe(false);
});

test('answers the same whatever the order of the lines', () => {
  const bundle = bundleOf(
    pod('cart-b', '2026-01-01T10:00:00Z'),
    pod('cart-a', '2026-01-01T10:00:00Z'),
    replicaSet,
    deployment,
  );
  const view = createView(bundle);
  const reversed = createView({ ...bundle, evidence: bundle.evidence.toReversed() });

  expect(reversed.objects('Pod')).toEqual(view.objects('Pod'));
  expect(reversed.pods(reversed.objects('Deployment')[0]!)).toEqual(view.pods(view.objects('Deployment')[0]!));
});

test('keeps a foreign kind apart from the built-in one', () => {
  const view = viewOf(
    { apiVersion: 'v1', kind: 'Service', metadata: { name: 'cart', namespace: 'shop' } },
    { apiVersion: 'serving.knative.dev/v1', kind: 'Service', metadata: { name: 'cart', namespace: 'shop' } },
  );

  expect(view.kinds()).toEqual(['Service', 'Service.serving.knative.dev']);
  expect(view.object('Service', 'shop', 'cart')?.object.apiVersion).toBe('v1');
});
