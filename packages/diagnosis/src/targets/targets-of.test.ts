import type { Alert } from '@auto-ops/contracts';
import { expect, test } from 'vitest';
import { isTestAlert } from './is-test-alert.ts';
import { namespacesIn } from './namespaces-in.ts';
import { targetsOf } from './targets-of.ts';

const alert = (name: string, labels: Record<string, string> = {}, more: Partial<Alert> = {}): Alert => ({
  source: 'test',
  name,
  status: 'firing',
  labels,
  annotations: {},
  ...more,
});
const keys = (...alerts: Alert[]) =>
  targetsOf({ alerts }).map(({ kind, namespace, name }) => `${kind}/${namespace ?? ''}/${name}`);

test.each([
  [{ namespace: 'shop', pod: 'cart-1', node: 'n1' }, ['Pod/shop/cart-1', 'Node//n1']],
  [{ namespace: 'shop', job_name: 'report-1', job: 'kube-state-metrics' }, ['Job/shop/report-1']],
  [{ namespace: 'shop', persistentvolumeclaim: 'data-0' }, ['PersistentVolumeClaim/shop/data-0']],
  [{ namespace: 'shop', horizontalpodautoscaler: 'web' }, ['HorizontalPodAutoscaler/shop/web']],
  [{ namespace: 'shop', service: 'cart' }, ['Service/shop/cart']],
  [{ service: 'cart' }, ['Component//cart']],
  [{ namespace: 'shop', workload: 'cart', workload_type: 'deployment' }, ['Deployment/shop/cart']],
  [{ namespace: 'shop', app: 'cart' }, ['Component/shop/cart']],
  [{ instance: '10.0.0.1:8080', job: 'node-exporter' }, []],
])('%j', (labels, expected) => {
  expect(keys(alert('Any', labels))).toEqual(expected);
});

test('takes the earliest firing alert of a group first', () => {
  const first = alert('B', { namespace: 'shop', deployment: 'db' }, { startsAt: '2026-01-01T10:00:00Z' });
  const second = alert('A', { namespace: 'shop', deployment: 'web' }, { startsAt: '2026-01-01T10:05:00Z' });

  expect(keys(second, first)).toEqual(['Deployment/shop/db', 'Deployment/shop/web']);
});

test('reads namespaces out of a question', () => {
  expect(namespacesIn('pods in the shop namespace restart, see -n data and namespace: web')).toEqual([
    'data',
    'shop',
    'web',
  ]);
  expect(namespacesIn('which namespace is it, in the namespace or not')).toEqual([]);
});

test.each([
  [alert('Watchdog'), true],
  [alert('InfoInhibitor'), true],
  [alert('TestAlert'), true],
  [alert('KubePodCrashLooping', { test: 'true' }), true],
  [alert('Anything', {}, { summary: 'This is a test alert, please ignore' }), true],
  [alert('KubePodCrashLooping', { namespace: 'test' }), false],
  [alert('LatestImageMissing'), false],
  [alert('SmokeTestFailed'), false],
  [alert('test-notification'), true],
  [alert('LoadTestRunnerDown', { namespace: 'perf' }), false],
])('$name is a test: %s', (given, expected) => {
  expect(isTestAlert(given)).toBe(expected);
});
