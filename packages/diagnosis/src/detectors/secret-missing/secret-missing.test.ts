import { expect, test } from 'vitest';
import { deployment, event, other, pod, replicaSet, waiting } from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const message = 'secret "orders-database-rotated" not found';
const failing = pod('orders-r2-a', {
  owner: 'orders',
  revision: 2,
  state: waiting('CreateContainerConfigError', message),
});
const before = replicaSet('orders', 1, { container: { envFrom: [{ secretRef: { name: 'orders-database' } }] } });

test('names the Secret and what the revision before took', () => {
  const finding = only(
    detect(
      detector,
      deployment('orders'),
      before,
      replicaSet('orders', 2, { ready: 0 }),
      failing,
      event(failing, 'Failed', `Error: ${message}`),
    ),
  );

  expect(finding.subject).toEqual({
    apiVersion: 'v1',
    kind: 'Secret',
    namespace: 'shop',
    name: 'orders-database-rotated',
  });
  expect(finding.facts).toMatchObject({
    nearest: ['orders-database'],
    previousSecrets: ['orders-database'],
    container: 'orders',
  });
  expect(finding.evidence).toEqual(['ev-4', 'ev-5']);
});

test('says nothing once the pod started, and is ruled out by the Secret', () => {
  const started = pod('orders-r2-a', { owner: 'orders', revision: 2 });

  expect(
    detect(detector, deployment('orders'), started, event(started, 'Failed', `Error: ${message}`)).findings,
  ).toEqual([]);
  expect(detect(detector, failing, other('v1', 'Secret', 'orders-database-rotated'))).toMatchObject({
    findings: [],
    ruledOut: [{ code: 'secret-missing' }],
  });
});

test('reads a pod of unknown owner', () => {
  const bare = pod('orders', { state: waiting('CreateContainerConfigError', message) });

  expect(subjects(detect(detector, { ...bare, spec: {} }))).toEqual(['Secret/orders-database-rotated']);
});
