import type { KubernetesObject } from '@auto-ops/contracts';
import { expect, test } from 'vitest';
import { requestFor } from '../../__fixtures__/request-for.ts';
import { rankPods } from './rank-pods.ts';

const pod = (name: string, owner: string, ready: boolean, labels: Record<string, string> = {}): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'shop', labels, ownerReferences: [{ kind: 'ReplicaSet', name: owner }] },
  status: { phase: 'Running', conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }] },
});
const replicaSet = (name: string, owner: string): KubernetesObject => ({
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  metadata: { name, namespace: 'shop', ownerReferences: [{ kind: 'Deployment', name: owner }] },
});
const objects = [
  pod('other-1', 'other-rs', true),
  pod('other-2', 'other-rs', true),
  pod('ill-1', 'ill-rs', false),
  pod('cart-1', 'cart-rs', true, { app: 'cart' }),
  pod('cart-2', 'cart-rs', false, { app: 'cart' }),
  replicaSet('cart-rs', 'cart'),
  replicaSet('other-rs', 'other'),
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'front', namespace: 'shop' },
    spec: { selector: { app: 'cart' } },
  },
];
const named = (kind: string, name: string) => ({ kind, namespace: 'shop', name });
const ask = (changes: object) =>
  rankPods(
    objects,
    requestFor(() => ({}), changes),
  ).map((ranked) => ranked.pod.metadata.name);

test.each([
  [{ targets: [named('Deployment', 'cart')] }],
  [{ targets: [named('Service', 'front')] }],
  [{ scope: { services: ['cart'] } }],
])('ill pods of the target first, then other ill ones, one of every healthy workload last: %o', (changes) => {
  expect(ask(changes)).toEqual(['cart-2', 'ill-1', 'cart-1', 'other-1']);
});

test('without a target, ill ones first', () => {
  expect(ask({})).toEqual(['cart-2', 'ill-1', 'cart-1', 'other-1']);
});
