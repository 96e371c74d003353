import { expect, test } from 'vitest';
import {
  deployment,
  event,
  minutesAgo,
  other,
  pod,
  replicaSet,
  service,
} from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const accounting = [
  deployment('accounting'),
  replicaSet('accounting', 1),
  pod('accounting-r1-a', { owner: 'accounting' }),
];
const ledger = [
  deployment('ledger', { template: { volumes: [{ name: 'tls', secret: { secretName: 'ledger-tls' } }] } }),
  service('ledger', { ports: [{ port: 443, targetPort: 8443 }] }),
];
const log = (...lines: string[]) => ({ logs: [{ pod: 'shop/accounting-r1-a', container: 'accounting', lines }] });
const expired = 'ERROR POST https://ledger/entries failed: certificate has expired';

test('names the server behind the host, not the client', () => {
  const finding = only(detect(detector, ...accounting, ...ledger, log(expired, expired)));

  expect(finding.subject).toEqual({ apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'ledger' });
  expect(finding.facts).toMatchObject({
    host: 'ledger',
    port: 443,
    secrets: ['ledger-tls'],
    caller: 'Deployment shop/accounting',
  });
});

test('knows a component by its name and the end by the log', () => {
  const lines = [
    'peer certificate check: leaf CN=payments.svc serial=0x4f2a notBefore=2025-01-01T11:00:00Z notAfter=2026-01-01T11:30:00Z',
    'tls handshake to payments.svc failed after 12ms: x509: certificate has expired or is not yet valid',
  ];

  const finding = only(detect(detector, { logs: [{ subject: { kind: 'Component', name: 'orders' }, lines }] }));

  expect(finding).toMatchObject({
    subject: { kind: 'Component', name: 'payments' },
    since: '2026-01-01T11:30:00Z',
    facts: { notAfter: '2026-01-01T11:30:00Z' },
  });
});

test('takes a check of an Ingress, and a certificate that its manager says is over', () => {
  const ingress = other('networking.k8s.io/v1', 'Ingress', 'front', {
    spec: { tls: [{ hosts: ['*.example.org'], secretName: 'front-tls' }] },
  });
  const probe = {
    evidence: [
      {
        kind: 'probe',
        body: {
          check: 'tls',
          ok: false,
          target: { host: 'shop.example.org', port: 443 },
          detail: 'certificate has expired',
        },
      },
    ],
  };
  const certificate = other('cert-manager.io/v1', 'Certificate', 'api', {
    spec: { secretName: 'api-tls' },
    status: { notAfter: minutesAgo(90) },
  });

  expect(only(detect(detector, ingress, probe))).toMatchObject({
    subject: { kind: 'Ingress', name: 'front' },
    facts: { secrets: ['front-tls'] },
  });
  expect(only(detect(detector, certificate))).toMatchObject({
    subject: { kind: 'Secret', name: 'api-tls' },
    since: minutesAgo(90),
  });
});

test('is ruled out by a later check that succeeds, and by a clock that runs behind', () => {
  const later = {
    evidence: [
      {
        kind: 'probe',
        observedAt: '2026-01-01T11:59:00Z',
        body: { check: 'tls', ok: true, target: { host: 'ledger' } },
      },
    ],
  };
  const early =
    'x509: certificate has expired or is not yet valid: current time 2026-01-01T11:00:00Z is before 2026-01-02T00:00:00Z';
  const dated = {
    logs: [
      { pod: 'shop/accounting-r1-a', container: 'accounting', lines: [{ text: expired, at: '2026-01-01T11:20:00Z' }] },
    ],
  };

  expect(detect(detector, ...accounting, ...ledger, dated, later)).toMatchObject({
    findings: [],
    ruledOut: [{ code: 'certificate-expired' }],
  });
  expect(detect(detector, ...accounting, ...ledger, log(`Get "https://ledger": ${early}`)).findings).toEqual([]);
  expect(
    subjects(detect(detector, ...accounting, ...ledger, log(expired, 'INFO https://ledger/entries answers again'))),
  ).toEqual([]);
});

test('reads a certificate without a status', () => {
  expect(subjects(detect(detector, other('cert-manager.io/v1', 'Certificate', 'api')))).toEqual([]);
});

test('reads the end of the certificate of a webhook from the API server', () => {
  const set = replicaSet('cart', 1, { status: { replicas: 0 } });
  const message =
    'Internal error occurred: failed calling webhook "a.example": failed to call webhook: Post "https://ledger.shop.svc:443/validate": tls: failed to verify certificate: x509: certificate has expired or is not yet valid: current time 2026-01-01T12:00:00Z is after 2026-01-01T10:00:00Z';

  expect(only(detect(detector, deployment('cart'), set, event(set, 'FailedCreate', message), ...ledger))).toMatchObject(
    { subject: { kind: 'Deployment', name: 'ledger' }, facts: { notAfter: '2026-01-01T10:00:00Z' } },
  );
});
