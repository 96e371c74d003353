import { expect, test } from 'vitest';
import { deployment, minutesAgo, node, pod, replicaSet } from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const pressed = node('node-1', {
  conditions: [
    {
      type: 'MemoryPressure',
      status: 'True',
      reason: 'KubeletHasInsufficientMemory',
      lastTransitionTime: minutesAgo(3),
    },
  ],
});
const evicted = (minutes: number) =>
  pod('cart-r1-a', {
    owner: 'cart',
    status: {
      phase: 'Failed',
      reason: 'Evicted',
      message: 'The node was low on resource: memory. Threshold quantity: 100Mi, available: 80Mi.',
      conditions: [{ type: 'DisruptionTarget', status: 'True', lastTransitionTime: minutesAgo(minutes) }],
    },
  });

test('names the node, the resource and what it evicted', () => {
  const finding = only(detect(detector, pressed, deployment('cart'), replicaSet('cart', 1), evicted(2)));

  expect(finding.subject).toEqual({ apiVersion: 'v1', kind: 'Node', name: 'node-1' });
  expect(finding).toMatchObject({
    since: minutesAgo(3),
    facts: { condition: 'MemoryPressure', resource: 'memory', evictedPods: 1, workloads: ['Deployment shop/cart'] },
  });
});

test('finds a fresh eviction whose pod has no successor though the condition is over', () => {
  expect(only(detect(detector, node(), deployment('cart'), replicaSet('cart', 1), evicted(2))).facts).toMatchObject({
    resource: 'memory',
  });
});

test('is ruled out where the evicted pod has a ready successor or the eviction is old', () => {
  const successor = pod('cart-r1-b', { owner: 'cart' });

  expect(detect(detector, node(), deployment('cart'), replicaSet('cart', 1), evicted(2), successor)).toMatchObject({
    findings: [],
    ruledOut: [{ code: 'node-pressure' }],
  });
  expect(detect(detector, node(), deployment('cart'), replicaSet('cart', 1), evicted(300)).findings).toEqual([]);
});

test('reads a node without conditions', () => {
  expect(subjects(detect(detector, { apiVersion: 'v1', kind: 'Node', metadata: { name: 'node-1' } }))).toEqual([]);
});
