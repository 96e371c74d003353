import { expect, test } from 'vitest';
import {
  deployment,
  event,
  node,
  pod,
  replicaSet,
  unscheduledPod,
} from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const owner = [deployment('gateway', { replicas: 4 }), replicaSet('gateway', 2, { ready: 1 })];
const text = (reason: string) =>
  `0/1 nodes are available: 1 node(s) didn't ${reason}. no new claims to deallocate, preemption: 0/1 nodes are available: 1 No preemption victims found for incoming pod.`;

test.each([
  ['match pod anti-affinity rules', 'pod anti-affinity'],
  ['match pod affinity rules', 'pod affinity'],
  ['match pod topology spread constraints', 'topology spread'],
])('names the workload and the rule for "%s"', (reason, rule) => {
  const pending = unscheduledPod('gateway-r2-a', 'gateway', text(reason), { revision: 2 });

  const finding = only(detect(detector, ...owner, pending, node()));

  expect(finding.subject).toMatchObject({ kind: 'Deployment', name: 'gateway' });
  expect(finding.facts).toMatchObject({ rule, replicas: 4, nodes: 1 });
});

test('says nothing of a pod that was placed since, nor where another reason decides', () => {
  const placed = pod('gateway-r2-a', { owner: 'gateway', revision: 2 });
  const full = unscheduledPod(
    'gateway-r2-b',
    'gateway',
    "0/5 nodes are available: 1 node(s) didn't match pod anti-affinity rules, 4 Insufficient cpu.",
    { revision: 2 },
  );

  expect(
    subjects(
      detect(
        detector,
        ...owner,
        placed,
        full,
        event(placed, 'FailedScheduling', text('match pod anti-affinity rules')),
      ),
    ),
  ).toEqual([]);
});

test('reads a pod of which nothing but the event is known', () => {
  const bare = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'gateway', namespace: 'shop' } };

  expect(subjects(detect(detector, bare, event(bare, 'FailedScheduling', text('match pod affinity rules'))))).toEqual([
    'Pod/gateway',
  ]);
});
