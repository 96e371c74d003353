import type { Alert } from '@auto-ops/contracts';
import { expect, test } from 'vitest';
import { incidentOf } from '../__fixtures__/incident-of.ts';
import { chooseRoute } from './choose-route.ts';

const alert = (labels: Record<string, string>, name = 'KubePodCrashLooping'): Alert => ({
  source: 'alertmanager',
  name,
  status: 'firing',
  labels,
  annotations: {},
});
const choose = (parts: Parameters<typeof incidentOf>[0], hasRepository = false, hasRecordedRepository = false) =>
  chooseRoute({ incident: incidentOf(parts), hasRepository, hasRecordedRepository });

test('reads the namespace of the alert and points at its pod first', () => {
  const route = choose({
    alerts: [alert({ namespace: 'shop', pod: 'cart-7d9-x', container: 'cart', job: 'kube-state-metrics' })],
  });

  expect(route.specialists).toEqual({ cluster: ['access', 'helm', 'kubernetes', 'storage'] });
  expect(route.scope).toEqual({ namespaces: ['shop'] });
  expect(route.targets[0]).toEqual({ apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'cart-7d9-x' });
  expect(route.targets.some(({ name }) => name === 'kube-state-metrics')).toBe(false);
});

test('leaves out the exporter that an alert was scraped from', () => {
  const route = choose({
    alerts: [
      alert({ namespace: 'monitoring', exported_namespace: 'shop', deployment: 'cart', service: 'kube-state-metrics' }),
    ],
  });

  expect(route.targets).toEqual([{ apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cart' }]);
  expect(route.scope.namespaces).toEqual(['shop']);
});

test('understands a question', () => {
  const route = choose({ question: 'Why does deploy/cart restart in namespace shop since noon?' });

  expect(route.targets).toEqual([{ apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cart' }]);
  expect(route.scope).toEqual({ namespaces: ['shop'] });
});

test('does not let the words of a report lead out of the namespaces it is limited to', () => {
  const question = 'What about deploy/vault in namespace bank, and deployment bank/vault?';
  const free = choose({ question });
  const limited = choose({ question, scope: { namespaces: ['shop'] } });

  expect(free.scope.namespaces).toContain('bank');
  expect(limited.scope).toEqual({ namespaces: ['shop'] });
  expect(limited.targets.filter(({ namespace }) => namespace === 'bank')).toEqual([]);
});

test('puts the target of the signal before what labels say', () => {
  const target = { apiVersion: 'v1', kind: 'Service', namespace: 'web', name: 'front' };

  const route = choose({ target, alerts: [alert({ namespace: 'shop', deployment: 'cart' })] });

  expect(route.targets.map(({ name }) => name)).toEqual(['front', 'cart']);
  expect(route.scope.namespaces).toEqual(['shop', 'web']);
});

test('reads every namespace for a node', () => {
  const route = choose({ alerts: [alert({ node: 'worker-1', namespace: 'monitoring' }, 'KubeNodeNotReady')] });

  expect(route.targets).toEqual([{ apiVersion: 'v1', kind: 'Node', name: 'worker-1' }]);
  expect(route.scope).toEqual({});
  expect(route.reasons[0]).toContain('every namespace');
});

test('sends a replay to the bundle only, and to its repository where it has one', () => {
  const alerts = [alert({ namespace: 'shop', deployment: 'cart' })];

  expect(choose({ mode: 'replay', alerts }, true).specialists).toEqual({ source: ['bundle'] });
  expect(choose({ mode: 'replay', alerts }, false, true).specialists).toEqual({ source: ['bundle', 'repository'] });
});

test('reads a configured repository in a live run', () => {
  expect(choose({}, true).specialists.source).toEqual(['repository']);
});

test('takes no namespace that Kubernetes would refuse', () => {
  const route = choose({ alerts: [alert({ namespace: '../etc; rm -rf', deployment: 'cart' })] });

  expect(route.scope).toEqual({});
});
