import { expect, test } from 'vitest';
import { deployment, other, pod, replicaSet, service } from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const policy = (name: string, spec: object) => other('networking.k8s.io/v1', 'NetworkPolicy', name, { spec });
const from = (...apps: string[]) => ({
  from: apps.map((app) => ({ podSelector: { matchLabels: { app } } })),
  ports: [{ protocol: 'TCP', port: 8080 }],
});
const payments = [
  deployment('payments'),
  replicaSet('payments', 1),
  pod('payments-r1-a', { owner: 'payments' }),
  service('payments'),
];
const url = { env: [{ name: 'PAYMENTS_URL', value: 'http://payments:80/' }] };
const checkout = [
  deployment('checkout', { container: url }),
  replicaSet('checkout', 1, { container: url }),
  pod('checkout-r1-a', { owner: 'checkout', container: url }),
];
const onlyBackOffice = policy('payments-ingress', {
  podSelector: { matchLabels: { app: 'payments' } },
  policyTypes: ['Ingress'],
  ingress: [from('back-office')],
});
const timeouts = {
  logs: [
    {
      pod: 'shop/checkout-r1-a',
      container: 'checkout',
      lines: ['ERROR GET http://payments:80/ failed: connect ETIMEDOUT 10.96.0.7:80'],
    },
  ],
};

test('names the policy, the direction and both ends', () => {
  const finding = only(detect(detector, ...payments, ...checkout, onlyBackOffice, timeouts));

  expect(finding).toMatchObject({
    severity: 'critical',
    subject: { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', namespace: 'shop', name: 'payments-ingress' },
  });
  expect(finding.facts).toMatchObject({
    direction: 'Ingress',
    port: 8080,
    caller: 'Deployment shop/checkout',
    service: 'Service shop/payments',
    callerLabels: expect.arrayContaining(['app=checkout']),
    targetLabels: expect.arrayContaining(['app=payments']),
  });
});

test('is milder where nothing but the configuration tells of the call', () => {
  expect(only(detect(detector, ...payments, ...checkout, onlyBackOffice)).severity).toBe('warning');
});

test('finds the egress that a default denial cuts, and the allowance that is missing from it', () => {
  const deny = policy('default-deny', { podSelector: {}, policyTypes: ['Egress'] });
  const nearly = policy('checkout-out', {
    podSelector: { matchLabels: { app: 'checkout' } },
    policyTypes: ['Egress'],
    egress: [{ to: [{ podSelector: { matchLabels: { app: 'payments' } } }], ports: [{ port: 80 }] }],
  });

  expect(subjects(detect(detector, ...payments, ...checkout, deny))).toEqual(['NetworkPolicy/default-deny']);
  expect(subjects(detect(detector, ...payments, ...checkout, deny, nearly))).toEqual(['NetworkPolicy/checkout-out']);
});

test('allows what several policies allow together, by expressions, namespaces, blocks and port ranges', () => {
  const deny = policy('default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
  const inward = policy('in', {
    podSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['payments'] }] },
    ingress: [
      {
        from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } }],
        ports: [{ port: 'http' }],
      },
    ],
  });
  const outward = policy('out', {
    podSelector: {},
    policyTypes: ['Egress'],
    egress: [
      { to: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.9.0.0/16'] } }], ports: [{ port: 8000, endPort: 9000 }] },
    ],
  });

  expect(subjects(detect(detector, ...payments, ...checkout, deny, inward, outward))).toEqual([]);
});

test('is ruled out where the calls work', () => {
  const calls = {
    evidence: [{ kind: 'calls', body: { edges: [{ from: 'checkout', to: 'payments', calls: 90, errors: 0 }] } }],
  };
  const blind = [deployment('checkout'), pod('checkout-r1-a', { owner: 'checkout' })];

  expect(detect(detector, ...payments, ...blind, onlyBackOffice, calls)).toMatchObject({
    findings: [],
    ruledOut: [{ code: 'network-policy-blocks-traffic' }],
  });
});

test('says nothing of a denial that nobody known runs into', () => {
  expect(
    subjects(
      detect(detector, ...payments, onlyBackOffice, policy('default-deny', { podSelector: {} }), policy('bare', {})),
    ),
  ).toEqual([]);
});

test('gives labels of a namespace that was not read the benefit of the doubt', () => {
  const byTeam = policy('payments-ingress', {
    podSelector: { matchLabels: { app: 'payments' } },
    ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: 'shop' } } }] }],
  });
  const place = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { team: 'other' } } };

  expect(subjects(detect(detector, ...payments, ...checkout, byTeam))).toEqual([]);
  expect(subjects(detect(detector, ...payments, ...checkout, byTeam, place))).toEqual([
    'NetworkPolicy/payments-ingress',
  ]);
});
