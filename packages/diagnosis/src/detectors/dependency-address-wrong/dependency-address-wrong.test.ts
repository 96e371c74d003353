import { expect, test } from 'vitest';
import { deployment, pod, replicaSet, service } from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const container = { env: [{ name: 'PAYMENTS_URL', value: 'http://paymnts:80/' }] };
const before = { env: [{ name: 'PAYMENTS_URL', value: 'http://payments:80/' }] };
const caller = [
  deployment('checkout'),
  replicaSet('checkout', 1, { container: before }),
  replicaSet('checkout', 2, { container }),
  pod('checkout-r2-a', { owner: 'checkout', revision: 2, container }),
];
const log = (line: string) => ({ logs: [{ pod: 'shop/checkout-r2-a', container: 'checkout', lines: [line] }] });
const covered = { coverage: ['Service@shop'] };
const unknown = 'ERROR GET http://paymnts:80/ failed: getaddrinfo ENOTFOUND paymnts';

test('names the workload, the variable, the host and the nearest Service', () => {
  const finding = only(detect(detector, ...caller, service('payments'), log(unknown), covered));

  expect(finding).toMatchObject({ severity: 'critical', subject: { kind: 'Deployment', name: 'checkout' } });
  expect(finding.facts).toMatchObject({
    variable: 'PAYMENTS_URL',
    host: 'paymnts',
    port: 80,
    value: 'http://paymnts:80/',
    previousValue: 'http://payments:80/',
    nearest: ['payments'],
  });
});

test('finds a port that the Service lacks', () => {
  const line = 'ERROR GET http://payments:8080/ failed: connect ETIMEDOUT 10.96.0.7:8080';

  expect(
    only(detect(detector, ...caller, service('payments'), pod('payments'), log(line), covered)).facts,
  ).toMatchObject({ host: 'payments', port: 8080, servicePorts: ['80'] });
});

test('is ruled out by the Service', () => {
  expect(
    detect(
      detector,
      ...caller,
      service('payments'),
      log('ERROR GET http://payments:80/ failed: connect ECONNREFUSED 10.96.0.7:80'),
      covered,
    ),
  ).toMatchObject({ findings: [], ruledOut: [{ code: 'dependency-address-wrong' }] });
});

test('leaves look-ups that fail for now alone, and reads the form of Go', () => {
  expect(
    subjects(detect(detector, ...caller, service('payments'), log('getaddrinfo EAI_AGAIN payments'), covered)),
  ).toEqual([]);
  expect(
    only(
      detect(
        detector,
        ...caller,
        service('payments'),
        log('dial tcp: lookup paymnts.shop.svc.cluster.local on 10.96.0.10:53: no such host'),
        covered,
      ),
    ).facts,
  ).toMatchObject({ host: 'paymnts.shop.svc.cluster.local', nearest: ['payments'] });
});

test('takes the name server at its word where Services were not read', () => {
  expect(only(detect(detector, ...caller, log(unknown))).severity).toBe('warning');
});
