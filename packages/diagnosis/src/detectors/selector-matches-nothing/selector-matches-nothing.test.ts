import { expect, test } from 'vitest';
import { deployment, pod, service } from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const covered = { coverage: ['Pod@shop'] };
const cart = [
  deployment('cart', { labels: { app: 'cart', tier: 'web' } }),
  pod('cart-r1-a', { owner: 'cart', labels: { app: 'cart', tier: 'web' } }),
];
const wrong = service('cart', { selector: { app: 'cart', tier: 'backend' } });

test('names the Service, the nearest workload and the selector that would match', () => {
  const finding = only(detect(detector, wrong, ...cart, covered));

  expect(finding.subject).toEqual({ apiVersion: 'v1', kind: 'Service', namespace: 'shop', name: 'cart' });
  expect(finding.facts).toMatchObject({
    nearest: 'Deployment shop/cart',
    nearestLabels: ['app=cart', 'tier=web'],
    wrongKeys: ['tier'],
    suggestedSelector: ['app=cart', 'tier=web'],
  });
});

test('finds a value that is mistyped', () => {
  const finding = only(
    detect(
      detector,
      service('cart', { selector: { app: 'carts' } }),
      deployment('cart'),
      pod('cart-r1-a', { owner: 'cart' }),
      covered,
    ),
  );

  expect(finding.facts).toMatchObject({ suggestedSelector: ['app=cart'] });
});

test('is ruled out by a workload that is scaled to zero or has no pods for another reason', () => {
  expect(detect(detector, service('cart'), deployment('cart', { replicas: 0 }), covered)).toMatchObject({
    findings: [],
    ruledOut: [{ code: 'selector-matches-nothing' }],
  });
  expect(detect(detector, service('cart'), deployment('cart'), covered).findings).toEqual([]);
});

test('rests on complete evidence, and leaves Services alone that select nothing on purpose', () => {
  expect(subjects(detect(detector, wrong, ...cart))).toEqual([]);
  expect(
    subjects(
      detect(
        detector,
        service('cart', { type: 'ExternalName', selector: { app: 'x' } }),
        service('manual', { selector: {} }),
        ...cart,
        covered,
      ),
    ),
  ).toEqual([]);
});

test('says nothing of a role that no pod has at present where nobody uses the Service', () => {
  const database = [
    deployment('pg', { labels: { cluster: 'pg', role: 'primary' } }),
    pod('pg-r1-a', { owner: 'pg', labels: { cluster: 'pg', role: 'primary' } }),
    service('pg-rw', { selector: { cluster: 'pg', role: 'primary' } }),
  ];

  expect(
    subjects(
      detect(detector, service('pg-ro', { selector: { cluster: 'pg', role: 'replica' } }), ...database, covered),
    ),
  ).toEqual([]);
});

test('reads a Service without a spec', () => {
  expect(subjects(detect(detector, { ...wrong, spec: undefined }, ...cart, covered))).toEqual([]);
});

test('rests on an EndpointSlice without endpoints as well', () => {
  const slice = {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { name: 'cart-x', namespace: 'shop', labels: { 'kubernetes.io/service-name': 'cart' } },
    endpoints: null,
  };

  expect(subjects(detect(detector, wrong, ...cart, slice))).toEqual(['Service/cart']);
  expect(subjects(detect(detector, wrong, ...cart, { ...slice, endpoints: [{ addresses: ['10.0.0.9'] }] }))).toEqual(
    [],
  );
});
