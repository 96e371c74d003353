import { expect, test } from 'vitest';
import {
  deployment,
  event,
  other,
  pod,
  replicaSet,
  unscheduledPod,
} from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const message = '0/1 nodes are available: persistentvolumeclaim "orders-data" not found. not found';
const pending = unscheduledPod('orders-r1-a', 'orders', message);
const owner = [deployment('orders'), replicaSet('orders', 1, { ready: 0 })];

test('names the claim and the nearest that is there', () => {
  const finding = only(detect(detector, ...owner, pending, other('v1', 'PersistentVolumeClaim', 'order-data')));

  expect(finding.subject).toEqual({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    namespace: 'shop',
    name: 'orders-data',
  });
  expect(finding.facts).toMatchObject({ workload: 'Deployment shop/orders', nearest: ['order-data'] });
});

test('is ruled out by the claim', () => {
  expect(detect(detector, ...owner, pending, other('v1', 'PersistentVolumeClaim', 'orders-data'))).toMatchObject({
    findings: [],
    ruledOut: [{ code: 'claim-missing' }],
  });
});

test('says nothing of a pod that was placed since, and reads an event alone', () => {
  const placed = pod('orders-r1-a', { owner: 'orders' });
  const bare = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'orders', namespace: 'shop' } };

  expect(detect(detector, ...owner, placed, event(placed, 'FailedScheduling', message)).findings).toEqual([]);
  expect(subjects(detect(detector, bare, event(bare, 'FailedScheduling', message)))).toEqual([
    'PersistentVolumeClaim/orders-data',
  ]);
});
