import { expect, test } from 'vitest';
import { deployment, node, replicaSet, unscheduledPod } from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const message =
  '0/1 nodes are available: 1 node(s) had untolerated taint {dedicated: batch}. no new claims to deallocate, preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling.';
const owner = [deployment('worker'), replicaSet('worker', 1, { ready: 0 })];
const tainted = node('node-1', { spec: { taints: [{ key: 'dedicated', value: 'batch', effect: 'NoSchedule' }] } });

test('names the workload, the taints and the nodes that have them', () => {
  const pending = unscheduledPod('worker-r1-a', 'worker', message, {
    template: { tolerations: [{ key: 'dedicated', value: 'web', effect: 'NoSchedule' }] },
  });

  const finding = only(detect(detector, ...owner, pending, tainted));

  expect(finding.subject).toMatchObject({ kind: 'Deployment', name: 'worker' });
  expect(finding.facts).toMatchObject({
    taints: ['dedicated: batch'],
    nodes: ['node-1'],
    tolerations: ['dedicated=web:NoSchedule'],
  });
});

test.each([
  'node.kubernetes.io/unreachable: ',
  'node.kubernetes.io/not-ready: ',
  'node.kubernetes.io/memory-pressure: ',
])('is ruled out by the taint {%s} of a node in trouble', (taint) => {
  const pending = unscheduledPod(
    'worker-r1-a',
    'worker',
    `0/1 nodes are available: 1 node(s) had untolerated taint {${taint}}.`,
  );

  expect(detect(detector, ...owner, pending)).toMatchObject({
    findings: [],
    ruledOut: [{ code: 'unschedulable-taint' }],
  });
});

test('says nothing of a control plane beside nodes that are full', () => {
  const pending = unscheduledPod(
    'worker-r1-a',
    'worker',
    '0/3 nodes are available: 1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 2 Insufficient cpu.',
  );

  expect(detect(detector, ...owner, pending).findings).toEqual([]);
});

test('reads a pod without a spec', () => {
  expect(subjects(detect(detector, { ...unscheduledPod('worker-r1-a', 'worker', message), spec: undefined }))).toEqual([
    'Deployment/worker',
  ]);
});
