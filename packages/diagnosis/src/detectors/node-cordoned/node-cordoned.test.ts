import { expect, test } from 'vitest';
import {
  deployment,
  minutesAgo,
  node,
  pod,
  replicaSet,
  unscheduledPod,
} from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const cordoned = node('node-1', {
  spec: {
    unschedulable: true,
    taints: [{ key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule', timeAdded: minutesAgo(40) }],
  },
});
const pending = unscheduledPod(
  'cart-r1-c',
  'cart',
  '0/1 nodes are available: 1 node(s) were unschedulable. no new claims to deallocate, preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling.',
);
const owner = [deployment('cart'), replicaSet('cart', 1)];

test('names the node and who waits for it', () => {
  const finding = only(detect(detector, ...owner, cordoned, pending));

  expect(finding.subject).toEqual({ apiVersion: 'v1', kind: 'Node', name: 'node-1' });
  expect(finding).toMatchObject({
    since: minutesAgo(40),
    facts: { waitingPods: 1, workloads: ['Deployment shop/cart'] },
  });
});

test('is ruled out where nothing waits: planned maintenance', () => {
  expect(detect(detector, ...owner, cordoned, pod('cart-r1-a', { owner: 'cart' }))).toMatchObject({
    findings: [],
    ruledOut: [{ code: 'node-cordoned' }],
  });
});

test('says nothing of a node that the waiting pod could not use, nor of one that is open', () => {
  const picky = { ...pending, spec: { nodeSelector: { gpu: 'yes' } } };

  expect(subjects(detect(detector, ...owner, cordoned, picky))).toEqual([]);
  expect(subjects(detect(detector, ...owner, node(), pending))).toEqual([]);
});

test('reads a node with a flag and nothing else', () => {
  expect(
    subjects(
      detect(
        detector,
        { apiVersion: 'v1', kind: 'Node', metadata: { name: 'node-1' }, spec: { unschedulable: true } },
        pending,
      ),
    ),
  ).toEqual(['Node/node-1']);
});
