import { expect, test } from 'vitest';
import { viewOf } from '../__fixtures__/view-of.ts';
import {
  crashing,
  deployment,
  event,
  minutesAgo,
  node,
  other,
  pod,
  replicaSet,
  running,
  service,
  waiting,
} from '../kubernetes/__fixtures__/cluster-objects.ts';
import { detectors } from './registry.ts';

const probe = { readinessProbe: { httpGet: { path: '/healthz', port: 8080 } } };
const refused =
  'Readiness probe failed: Get "http://10.0.0.9:8080/healthz": dial tcp 10.0.0.9:8080: connect: connection refused';
const policy = (name: string, spec: object) => other('networking.k8s.io/v1', 'NetworkPolicy', name, { spec });
const coverage = ['Pod', 'Service', 'ConfigMap', 'Deployment', 'ReplicaSet', 'StorageClass', 'Node'];

function found(...parts: Parameters<typeof viewOf>): string[] {
  const view = viewOf(...parts, { coverage });
  return detectors
    .flatMap((detector) => detector.detect(view).findings)
    .map(({ code, subject }) => `${code} ${subject.kind}/${subject.name}`);
}

test('says nothing of a pod whose events tell of its past', () => {
  const fine = pod('cart-r1-a', { owner: 'cart', container: probe });
  const past = [
    event(fine, 'Unhealthy', refused),
    event(fine, 'Failed', 'Failed to pull image "x": not found'),
    event(fine, 'FailedScheduling', '0/1 nodes are available: 1 Insufficient cpu.'),
    event(fine, 'FailedMount', 'MountVolume.SetUp failed for volume "x" : configmap "x" not found'),
    event(fine, 'BackOff', 'Back-off restarting failed container'),
  ];

  expect(found(deployment('cart'), replicaSet('cart', 1), service('cart'), fine, ...past)).toEqual([]);
});

test('says nothing of a container that failed once while it started', () => {
  const state = running({
    restartCount: 1,
    state: { running: { startedAt: minutesAgo(0.4) } },
    lastState: {
      terminated: { exitCode: 1, reason: 'Error', startedAt: minutesAgo(0.6), finishedAt: minutesAgo(0.5) },
    },
  });

  expect(
    found(
      deployment('sessions'),
      replicaSet('sessions', 1),
      pod('sessions-r1-a', { owner: 'sessions', container: probe, state }),
      {
        logs: [
          {
            pod: 'shop/sessions-r1-a',
            container: 'sessions',
            previous: true,
            lines: ['ERROR lock of the session file is held by another process, leaving'],
          },
        ],
      },
    ),
  ).toEqual([]);
});

test('says nothing of pods that are being deleted, whatever state they are in', () => {
  const leaving = { deletionTimestamp: minutesAgo(1) };

  expect(
    found(
      deployment('cart'),
      pod('a', { state: crashing({}), metadata: leaving }),
      pod('b', { state: waiting('ErrImagePull', 'not found'), metadata: leaving }),
    ),
  ).toEqual([]);
});

test('says nothing of a rollout that goes on', () => {
  const starting = pod('cart-r2-a', {
    owner: 'cart',
    revision: 2,
    container: probe,
    state: running({ ready: false, state: { running: { startedAt: minutesAgo(0.05) } } }),
  });
  const creating = pod('cart-r2-b', { owner: 'cart', revision: 2, state: waiting('ContainerCreating') });

  expect(
    found(
      deployment('cart', { replicas: 2 }),
      replicaSet('cart', 1),
      replicaSet('cart', 2, { replicas: 2, ready: 0 }),
      pod('cart-r1-a', { owner: 'cart' }),
      starting,
      creating,
      service('cart'),
      event(starting, 'Unhealthy', refused),
    ),
  ).toEqual([]);
});

test('says nothing of what is switched off on purpose', () => {
  const off = [
    deployment('campaign', { replicas: 0 }),
    replicaSet('campaign', 1, { replicas: 0 }),
    service('campaign'),
    other('batch/v1', 'CronJob', 'nightly', { spec: { suspend: true } }),
    other('batch/v1', 'Job', 'migrate', { status: { conditions: [{ type: 'Complete', status: 'True' }] } }),
    pod('migrate-a', {
      state: { state: { terminated: { exitCode: 0, reason: 'Completed' } } },
      status: { phase: 'Succeeded' },
    }),
    node('node-1', { spec: { unschedulable: true } }),
    other('v1', 'PersistentVolumeClaim', 'later', { spec: { storageClassName: 'slow' }, status: { phase: 'Pending' } }),
    {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'slow' },
      volumeBindingMode: 'WaitForFirstConsumer',
    },
  ];

  expect(found(...off)).toEqual([]);
});

test('says nothing of a default denial with the allowances that are needed', () => {
  const url = { env: [{ name: 'PAYMENTS_URL', value: 'http://payments:80/' }] };
  const egress = { podSelector: { matchLabels: { app: 'checkout' } }, policyTypes: ['Egress'] };
  const policies = [
    policy('default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] }),
    policy('allow-dns', {
      podSelector: {},
      policyTypes: ['Egress'],
      egress: [{ ports: [{ protocol: 'UDP', port: 53 }] }],
    }),
    policy('payments-in', {
      podSelector: { matchLabels: { app: 'payments' } },
      policyTypes: ['Ingress'],
      ingress: [{ from: [{ podSelector: { matchLabels: { app: 'checkout' } } }], ports: [{ port: 8080 }] }],
    }),
    policy('checkout-out', {
      ...egress,
      egress: [{ to: [{ podSelector: { matchLabels: { app: 'payments' } } }], ports: [{ port: 8080 }] }],
    }),
  ];

  expect(
    found(
      deployment('checkout', { container: url }),
      pod('checkout-r1-a', { owner: 'checkout', container: url }),
      deployment('payments'),
      pod('payments-r1-a', { owner: 'payments' }),
      service('payments'),
      ...policies,
    ),
  ).toEqual([]);
});

test('says nothing of calls that failed while their target started and work again', () => {
  const caller = pod('web', { container: { env: [{ name: 'CART_URL', value: 'http://cart/' }] } });
  const lines = [
    'ERROR GET http://cart/ failed: getaddrinfo EAI_AGAIN cart',
    'ERROR GET http://cart/ failed: connect ECONNREFUSED 10.96.0.7:80',
    'INFO http://cart/ answers again',
  ];

  expect(
    found(caller, deployment('cart'), service('cart'), pod('cart-r1-a', { owner: 'cart' }), {
      logs: [{ pod: 'shop/web', container: 'web', lines }],
    }),
  ).toEqual([]);
});
