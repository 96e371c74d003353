import { expect, test } from 'vitest';
import { objects } from '../__fixtures__/objects.ts';
import { viewOf } from '../__fixtures__/view-of.ts';
import { toMermaid } from './to-mermaid.ts';

const { deployment, ingress, node, pod, replicaSet, service } = objects;
const shop = [
  deployment('cart'),
  replicaSet('cart'),
  pod('cart-7d9-x'),
  service('cart'),
  ingress('web', 'cart'),
  node('node-1'),
];
const pairs = (edges: readonly { to: string; relation: string }[]) =>
  edges.map(({ relation, to }) => `${relation} ${to}`);

test('leads from an Ingress to the node of the pod behind it', () => {
  const { graph } = viewOf(...shop);

  expect(pairs(graph.outgoing('Ingress/shop/web'))).toEqual(['routesTo Service/shop/cart']);
  expect(pairs(graph.outgoing('Service/shop/cart'))).toEqual(['selects Pod/shop/cart-7d9-x']);
  expect(pairs(graph.outgoing('Pod/shop/cart-7d9-x', 'runsOn'))).toEqual(['runsOn Node//node-1']);
  expect(graph.distance('Ingress/shop/web', 'Deployment/shop/cart')).toBe(3);
});

test('keeps what is referred to and not there as a node without evidence', () => {
  const env = [{ name: 'KEY', valueFrom: { secretKeyRef: { name: 'keys', key: 'main' } } }];
  const { graph } = viewOf(
    deployment('cart', {
      spec: {
        serviceAccountName: 'runner',
        containers: [{ name: 'cart', env, envFrom: [{ configMapRef: { name: 'settings' } }] }],
        volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'disk' } }],
      },
    }),
  );

  expect(pairs(graph.outgoing('Deployment/shop/cart'))).toEqual([
    'mounts PersistentVolumeClaim/shop/disk',
    'uses ConfigMap/shop/settings',
    'uses Secret/shop/keys',
    'uses ServiceAccount/shop/runner',
  ]);
  expect(graph.nodes.get('Secret/shop/keys')).toEqual({
    key: 'Secret/shop/keys',
    subject: { apiVersion: 'v1', kind: 'Secret', namespace: 'shop', name: 'keys' },
  });
});

test('reads dependencies out of configuration and logs', () => {
  const { graph } = viewOf(
    deployment('cart', {
      spec: {
        containers: [
          {
            name: 'cart',
            env: [
              { name: 'URL', value: 'http://payments:80/' },
              { name: 'DB', value: 'ledger.data.svc.cluster.local:5432' },
            ],
          },
        ],
      },
    }),
    replicaSet('cart'),
    pod('cart-7d9-x'),
    service('payments'),
    service('mail'),
    {
      logs: [
        { pod: 'shop/cart-7d9-x', lines: ['GET http://mail.shop/send failed, see https://docs.example.com/errors'] },
      ],
    },
  );

  expect(graph.outgoing('Deployment/shop/cart', 'uses')).toEqual([
    { from: 'Deployment/shop/cart', to: 'Service/data/ledger', relation: 'uses', evidence: 'ev-1' },
    { from: 'Deployment/shop/cart', to: 'Service/shop/mail', relation: 'uses', evidence: 'ev-6#0' },
    { from: 'Deployment/shop/cart', to: 'Service/shop/payments', relation: 'uses', evidence: 'ev-1' },
  ]);
});

test('knows who manages an object', () => {
  const managed = (name: string, metadata: Record<string, unknown>) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'shop', ...metadata },
  });
  const { graph } = viewOf(
    managed('one', { annotations: { 'meta.helm.sh/release-name': 'shop', 'meta.helm.sh/release-namespace': 'apps' } }),
    managed('two', { annotations: { 'argocd.argoproj.io/tracking-id': 'shop:/ConfigMap:shop/two' } }),
    managed('three', {
      labels: { 'kustomize.toolkit.fluxcd.io/name': 'shop', 'kustomize.toolkit.fluxcd.io/namespace': 'flux-system' },
    }),
  );

  expect(['one', 'two', 'three'].flatMap((name) => pairs(graph.outgoing(`ConfigMap/shop/${name}`)))).toEqual([
    'managedBy Release/apps/shop',
    'managedBy Application/argocd/shop',
    'managedBy Kustomization/flux-system/shop',
  ]);
});

test('connects components by calls, spans and what their logs name', () => {
  const component = (name: string) => ({ kind: 'Component', name });
  const { graph } = viewOf({
    evidence: [
      { kind: 'calls', body: { edges: [{ from: 'front', to: 'cart' }] } },
      {
        kind: 'span',
        body: {
          entries: [
            { trace: 't', id: 'a', component: 'cart', at: '2026-01-01T11:00:00Z', milliseconds: 5, status: 'ok' },
            {
              trace: 't',
              id: 'b',
              parent: 'a',
              component: 'stock',
              at: '2026-01-01T11:00:00Z',
              milliseconds: 4,
              status: 'ok',
            },
          ],
        },
      },
      { kind: 'log', subject: component('billing'), body: { entries: [{ text: 'upstream stock timed out' }] } },
      { kind: 'log', subject: component('stock'), body: { entries: [{ text: 'ready' }] } },
    ],
  });

  expect(pairs(graph.outgoing('Component//front'))).toEqual(['calls Component//cart']);
  expect(graph.outgoing('Component//cart')).toMatchObject([
    { relation: 'calls', to: 'Component//stock', evidence: 'ev-2#1' },
  ]);
  expect(graph.outgoing('Component//billing')).toMatchObject([
    { relation: 'uses', to: 'Component//stock', evidence: 'ev-3#0' },
  ]);
});

test('measures no distance through a node that everything runs on', () => {
  const { graph } = viewOf(...shop, deployment('other'), replicaSet('other'), pod('other-7d9-y', { app: 'other' }));

  expect(graph.distance('Pod/shop/cart-7d9-x', 'Node//node-1')).toBe(1);
  expect(graph.distance('Deployment/shop/cart', 'Deployment/shop/other')).toBe(Number.POSITIVE_INFINITY);
});

test('draws the neighbourhood of a node, at most forty nodes, with harmless names', () => {
  const many = Array.from({ length: 60 }, (_, index) => pod(`cart-7d9-${index}`));
  const { graph } = viewOf(deployment('cart'), replicaSet('cart'), service('cart'), ...many);

  const drawing = toMermaid(graph, 'Service/shop/cart');

  expect(drawing.startsWith('flowchart LR\n  n0["Service<br/>shop/cart"]\n')).toBe(true);
  expect(drawing.match(/^ {2}n\d+\[/gm)).toHaveLength(40);
  expect(drawing).toContain('-->|selects|');
  expect(toMermaid(graph, 'Service/shop/none')).toBe('');
});
