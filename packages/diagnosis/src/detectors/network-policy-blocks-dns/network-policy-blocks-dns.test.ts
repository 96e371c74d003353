import { expect, test } from 'vitest';
import { deployment, other, pod, replicaSet, service } from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const policy = (name: string, spec: object) => other('networking.k8s.io/v1', 'NetworkPolicy', name, { spec });
const url = { env: [{ name: 'PAYMENTS_URL', value: 'http://payments:80/' }] };
const checkout = [
  deployment('checkout', { container: url }),
  replicaSet('checkout', 1),
  pod('checkout-r1-a', { owner: 'checkout', container: url }),
  service('payments'),
];
const closed = policy('default-deny-egress', {
  podSelector: {},
  policyTypes: ['Egress'],
  egress: [{ to: [{ podSelector: {} }], ports: [{ protocol: 'TCP', port: 8080 }] }],
});
const lookups = {
  logs: [
    {
      pod: 'shop/checkout-r1-a',
      container: 'checkout',
      lines: ['ERROR GET http://payments:80/ failed: getaddrinfo EAI_AGAIN payments'],
    },
  ],
};
const server = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'coredns', namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
  status: { phase: 'Running' },
};

test('names the policy, the workload and the hosts that are not resolved', () => {
  const finding = only(detect(detector, ...checkout, closed, lookups));

  expect(finding).toMatchObject({
    severity: 'critical',
    subject: { kind: 'NetworkPolicy', namespace: 'shop', name: 'default-deny-egress' },
  });
  expect(finding.facts).toMatchObject({
    direction: 'Egress',
    port: 53,
    workload: 'Deployment shop/checkout',
    hosts: ['payments'],
  });
});

test('is milder without failed look-ups, unless an alert speaks of them', () => {
  const alerts = [
    {
      name: 'HighErrorRate',
      labels: { namespace: 'shop', service: 'checkout' },
      summary: 'checkout cannot resolve payments',
    },
  ];

  expect(only(detect(detector, ...checkout, closed)).severity).toBe('warning');
  expect(only(detect(detector, ...checkout, closed, { alerts })).severity).toBe('critical');
});

test.each([
  ['to everybody', { ports: [{ protocol: 'UDP', port: 53 }] }],
  [
    'to the namespace of the server',
    {
      to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } }],
      ports: [{ protocol: 'UDP', port: 53 }],
    },
  ],
  ['on every port', {}],
])('is content with DNS allowed %s', (_, rule) => {
  const allowed = policy('allow-dns', { podSelector: {}, policyTypes: ['Egress'], egress: [rule] });

  expect(subjects(detect(detector, ...checkout, closed, allowed, server, lookups))).toEqual([]);
  expect(subjects(detect(detector, ...checkout, closed, allowed, lookups))).toEqual([]);
});

test('sees that the allowance is for another namespace than that of the server', () => {
  const elsewhere = policy('allow-dns', {
    podSelector: {},
    policyTypes: ['Egress'],
    egress: [
      {
        to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'dns' } } }],
        ports: [{ protocol: 'UDP', port: 53 }],
      },
    ],
  });

  expect(subjects(detect(detector, ...checkout, elsewhere, server, lookups))).toEqual(['NetworkPolicy/allow-dns']);
});

test('says nothing of pods that call nobody, nor where egress is not limited', () => {
  expect(subjects(detect(detector, deployment('docs'), pod('docs-r1-a', { owner: 'docs' }), closed))).toEqual([]);
  expect(
    subjects(detect(detector, ...checkout, policy('in', { podSelector: {}, policyTypes: ['Ingress'] }), lookups)),
  ).toEqual([]);
  expect(subjects(detect(detector, ...checkout, policy('bare', {}), lookups))).toEqual([]);
});
