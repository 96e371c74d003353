import { expect, test } from 'vitest';
import {
  crashing,
  deployment,
  event,
  pod,
  replicaSet,
  service,
} from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const caller = [deployment('checkout'), replicaSet('checkout', 1), pod('checkout-r1-a', { owner: 'checkout' })];
const log = (...lines: string[]) => ({ logs: [{ pod: 'shop/checkout-r1-a', container: 'checkout', lines }] });
const refused = 'ERROR GET http://payments:80/ failed: connect ECONNREFUSED 10.96.12.97:80';
const covered = { coverage: ['Pod@shop', 'Service@shop'] };

test('names the dependency that is scaled to zero, not its caller', () => {
  const finding = only(
    detect(detector, ...caller, service('payments'), deployment('payments', { replicas: 0 }), log(refused), covered),
  );

  expect(finding).toMatchObject({ severity: 'critical', subject: { kind: 'Deployment', name: 'payments' } });
  expect(finding.facts).toMatchObject({
    host: 'payments',
    port: 80,
    service: 'payments',
    caller: 'Deployment shop/checkout',
    isScaledToZero: true,
  });
});

test('says how many pods the dependency had', () => {
  const payments = deployment('payments', { replicas: 0 });
  const scaled = event(payments, 'ScalingReplicaSet', 'Scaled down replica set payments-r1 from 2 to 0', {
    type: 'Normal',
  });

  expect(
    only(detect(detector, ...caller, service('payments'), payments, scaled, log(refused), covered)).facts,
  ).toMatchObject({ previousReplicas: 2 });
});

test('is milder where the pods of the dependency are there and not ready', () => {
  const down = pod('payments-r1-a', { owner: 'payments', state: crashing({}) });

  expect(
    only(
      detect(
        detector,
        ...caller,
        service('payments'),
        deployment('payments'),
        replicaSet('payments', 1),
        down,
        log(refused),
      ),
    ),
  ).toMatchObject({ severity: 'warning', subject: { kind: 'Deployment', name: 'payments' } });
});

test('is ruled out by ready pods, and by a later line that says it answers again', () => {
  const up = pod('payments-r1-a', { owner: 'payments' });

  expect(detect(detector, ...caller, service('payments'), deployment('payments'), up, log(refused))).toMatchObject({
    findings: [],
    ruledOut: [{ code: 'dependency-refused' }],
  });
  expect(
    detect(
      detector,
      ...caller,
      service('payments'),
      deployment('payments', { replicas: 0 }),
      log(refused, 'INFO http://payments:80/ answers again'),
    ).findings,
  ).toEqual([]);
});

test('leaves a selector that matches nothing to its own code', () => {
  expect(
    subjects(
      detect(
        detector,
        ...caller,
        service('payments', { selector: { app: 'pay' } }),
        deployment('payments'),
        pod('payments-r1-a', { owner: 'payments' }),
        log(refused),
        covered,
      ),
    ),
  ).toEqual([]);
});

test('names a dependency outside the cluster as a component, by more than one line', () => {
  const line =
    'could not connect to server: Connection refused. Is the server running on host "db.internal.example" (10.1.2.3) and accepting TCP/IP connections on port 5432?';

  expect(only(detect(detector, ...caller, log(line, line))).subject).toEqual({
    kind: 'Component',
    name: 'db.internal.example',
  });
  expect(subjects(detect(detector, ...caller, log(line)))).toEqual([]);
  expect(
    subjects(
      detect(detector, ...caller, log('connect ECONNREFUSED 127.0.0.1:9000', 'connect ECONNREFUSED 127.0.0.1:9000')),
    ),
  ).toEqual([]);
});
