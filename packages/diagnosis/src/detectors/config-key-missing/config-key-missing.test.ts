import { expect, test } from 'vitest';
import {
  crashing,
  deployment,
  event,
  minutesAgo,
  other,
  pod,
  replicaSet,
  running,
  waiting,
} from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const wants = {
  env: [{ name: 'PAYMENT_TIMEOUT', valueFrom: { configMapKeyRef: { name: 'settings', key: 'payment-timeout-ms' } } }],
};
const message = "couldn't find key payment-timeout-ms in ConfigMap shop/settings";
const failing = pod('checkout-r1-a', {
  owner: 'checkout',
  container: wants,
  state: waiting('CreateContainerConfigError', message),
});
const settings = (data: object) => other('v1', 'ConfigMap', 'settings', { data });
const crash = (extra: object = {}) =>
  pod('billing-r2-a', {
    owner: 'billing',
    revision: 2,
    container: { env: [{ name: 'LEDGER_URL', value: 'http://ledger' }], ...extra },
    state: crashing({}),
  });
const log = {
  logs: [
    {
      pod: 'shop/billing-r2-a',
      container: 'billing',
      previous: true,
      lines: [
        '[eval]:3',
        'Error: environment variable QUEUE_NAME is not set',
        '    at [eval]:3:32',
        'Node.js v24.21.0',
      ],
    },
  ],
};

test('names the workload, the key and the nearest keys that are there', () => {
  const finding = only(
    detect(
      detector,
      deployment('checkout'),
      replicaSet('checkout', 1),
      failing,
      settings({ 'payment-timeout': 'sha256:1', currency: 'sha256:2' }),
    ),
  );

  expect(finding.subject).toMatchObject({ kind: 'Deployment', name: 'checkout' });
  expect(finding.facts).toMatchObject({
    source: 'ConfigMap',
    name: 'settings',
    key: 'payment-timeout-ms',
    variable: 'PAYMENT_TIMEOUT',
    nearest: ['payment-timeout'],
    container: 'checkout',
  });
});

test('is ruled out by the key', () => {
  expect(detect(detector, failing, settings({ 'payment-timeout-ms': 'sha256:1' }))).toMatchObject({
    findings: [],
    ruledOut: [{ code: 'config-key-missing' }],
  });
});

test('finds the key of a volume by the volume', () => {
  const mounting = pod('docs-r1-a', {
    owner: 'docs',
    state: waiting('ContainerCreating'),
    template: {
      volumes: [
        { name: 'pages', configMap: { name: 'docs-pages', items: [{ key: 'index.htm', path: 'index.html' }] } },
      ],
    },
  });
  const mount = event(
    mounting,
    'FailedMount',
    'MountVolume.SetUp failed for volume "pages" : references non-existent config key: index.htm',
  );

  const finding = only(
    detect(
      detector,
      deployment('docs'),
      replicaSet('docs', 1),
      mounting,
      mount,
      other('v1', 'ConfigMap', 'docs-pages', { data: { 'index.html': 'x' } }),
    ),
  );

  expect(finding.facts).toMatchObject({
    name: 'docs-pages',
    key: 'index.htm',
    volume: 'pages',
    nearest: ['index.html'],
  });
});

test('reads the variable that a crash asks for, and what the revision before gave', () => {
  const before = replicaSet('billing', 1, { container: { env: [{ name: 'QUEUE_NAME', value: 'bills' }] } });

  const finding = only(
    detect(detector, deployment('billing'), before, replicaSet('billing', 2, { ready: 0 }), crash(), log),
  );

  expect(finding.subject).toMatchObject({ kind: 'Deployment', name: 'billing' });
  expect(finding.facts).toMatchObject({
    variable: 'QUEUE_NAME',
    wasSetBefore: true,
    previousValue: 'bills',
    previousRevision: 1,
  });
  expect(finding.evidence[0]).toBe('ev-5#1');
});

test('is ruled out where the container is given the variable, by itself or by a whole ConfigMap', () => {
  const own = crash({ env: [{ name: 'QUEUE_NAME', value: '' }] });
  const whole = crash({ envFrom: [{ configMapRef: { name: 'settings' }, prefix: 'QUEUE_' }] });

  expect(detect(detector, own, log)).toMatchObject({ findings: [], ruledOut: [{ code: 'config-key-missing' }] });
  expect(detect(detector, whole, log, settings({ NAME: 'x' })).findings).toEqual([]);
});

test('says nothing of a container that has come back and stayed', () => {
  const back = pod('billing-r2-a', {
    owner: 'billing',
    revision: 2,
    state: running({ restartCount: 1, lastState: { terminated: { exitCode: 1, finishedAt: minutesAgo(26) } } }),
  });

  expect(subjects(detect(detector, back, log))).toEqual([]);
});
