import { expect, test } from 'vitest';
import { objects } from '../../__fixtures__/objects.ts';
import { viewOf } from '../../__fixtures__/view-of.ts';
import { stateOf } from './state-of.ts';

const { deployment, ingress, node, pod, replicaSet, service } = objects;

function stateIn(kind: string, name: string, ...parts: Parameters<typeof viewOf>) {
  const view = viewOf(...parts);
  return stateOf(view, view.objects(kind).find((item) => item.object.metadata.name === name)!)?.state;
}
const restarted = (restarts: number, lived: [string, string], since: string) =>
  pod('cart-7d9-x', {
    status: {
      containerStatuses: [
        {
          name: 'cart',
          ready: true,
          restartCount: restarts,
          state: { running: { startedAt: since } },
          lastState: { terminated: { startedAt: lived[0], finishedAt: lived[1] } },
        },
      ],
    },
  });

test.each([
  [
    'a hiccup that was outlived',
    restarted(1, ['2026-01-01T11:59:00Z', '2026-01-01T11:59:03Z'], '2026-01-01T11:59:05Z'),
    'recovered',
  ],
  [
    'a crash that may come again',
    restarted(1, ['2026-01-01T11:50:00Z', '2026-01-01T11:54:00Z'], '2026-01-01T11:55:00Z'),
    'unclear',
  ],
  [
    'many restarts, too short ago',
    restarted(9, ['2026-01-01T11:57:00Z', '2026-01-01T11:57:10Z'], '2026-01-01T11:58:00Z'),
    'unclear',
  ],
  [
    'a pod that terminates in time',
    { ...pod('cart-7d9-x'), metadata: { ...pod('cart-7d9-x').metadata, deletionTimestamp: '2026-01-01T12:00:20Z' } },
    'intended',
  ],
  [
    'a pod that does not terminate',
    { ...pod('cart-7d9-x'), metadata: { ...pod('cart-7d9-x').metadata, deletionTimestamp: '2026-01-01T11:00:00Z' } },
    'unhealthy',
  ],
  ['an evicted pod', pod('cart-7d9-x', { status: { phase: 'Failed', reason: 'Evicted' } }), 'unhealthy'],
  [
    'a young pod',
    pod('cart-7d9-x', {
      at: '2026-01-01T11:59:30Z',
      status: {
        phase: 'Pending',
        conditions: [],
        containerStatuses: [{ name: 'cart', restartCount: 0, state: { waiting: { reason: 'ContainerCreating' } } }],
      },
    }),
    'intended',
  ],
  [
    'an old pending pod',
    pod('cart-7d9-x', { status: { phase: 'Pending', conditions: [], containerStatuses: [] } }),
    'unhealthy',
  ],
])('%s', (_, part, expected) => {
  expect(stateIn('Pod', 'cart-7d9-x', part)).toBe(expected);
});

test('a workload is well while an evicted pod of it lies about', () => {
  const evicted = pod('cart-7d9-old', { status: { phase: 'Failed', reason: 'Evicted' } });

  expect(
    stateIn('Deployment', 'cart', deployment('cart', { ready: 1 }), replicaSet('cart'), pod('cart-7d9-x'), evicted),
  ).toBe('healthy');
});

test('a rollout beyond its deadline is not intended', () => {
  const stuck = deployment('cart', {
    replicas: 2,
    ready: 1,
    status: {
      updatedReplicas: 1,
      conditions: [
        { type: 'Progressing', status: 'True', reason: 'ReplicaSetUpdated', lastUpdateTime: '2026-01-01T11:30:00Z' },
      ],
    },
  });

  expect(stateIn('Deployment', 'cart', stuck, replicaSet('cart'), pod('cart-7d9-x'))).toBe('unhealthy');
});

test('an Ingress and a Service stand as what is behind them', () => {
  const parts = [service('cart'), ingress('web', 'cart'), replicaSet('cart'), pod('cart-7d9-x')];

  expect(stateIn('Ingress', 'web', deployment('cart', { ready: 1 }), ...parts)).toBe('healthy');
  expect(stateIn('Ingress', 'web', deployment('cart', { replicas: 2, ready: 1 }), ...parts)).toBe('unhealthy');
  expect(stateIn('Ingress', 'web', ingress('web', 'gone'))).toBe('unhealthy');
  expect(stateIn('Service', 'cart', service('cart'), deployment('cart', { replicas: 0 }))).toBe('intended');
});

test('a Job that failed has recovered when a later run of its CronJob completed', () => {
  const cron = {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'report', namespace: 'shop', uid: 'c1' },
    spec: {},
  };
  const run = (name: string, at: string, type: string) => ({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name,
      namespace: 'shop',
      uid: name,
      creationTimestamp: at,
      ownerReferences: [{ kind: 'CronJob', name: 'report', uid: 'c1', controller: true }],
    },
    status: { conditions: [{ type, status: 'True', reason: 'Any' }] },
  });
  const failed = run('report-1', '2026-01-01T10:00:00Z', 'Failed');

  expect(stateIn('Job', 'report-1', cron, failed)).toBe('unhealthy');
  expect(stateIn('Job', 'report-1', cron, failed, run('report-2', '2026-01-01T11:00:00Z', 'Complete'))).toBe(
    'recovered',
  );
  expect(stateIn('CronJob', 'report', cron, failed, run('report-2', '2026-01-01T11:00:00Z', 'Complete'))).toBe(
    'healthy',
  );
});

test('a node is well, cordoned on purpose, or not ready', () => {
  expect(stateIn('Node', 'one', node('one'))).toBe('healthy');
  expect(stateIn('Node', 'one', node('one', { spec: { unschedulable: true } }))).toBe('intended');
  expect(stateIn('Node', 'one', node('one', { ready: 'False' }))).toBe('unhealthy');
});

test('kinds without a state of their own have none', () => {
  expect(
    stateIn('ConfigMap', 'any', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'any', namespace: 'shop' } }),
  ).toBeUndefined();
});
