import { expect, test } from 'vitest';
import { schedulingReasons } from './scheduling-reasons.ts';

test('reads the reasons with their numbers of nodes and leaves pre-emption out', () => {
  const message =
    "0/4 nodes are available: 1 node(s) had untolerated taint {dedicated: batch}, 1 Insufficient cpu, 2 node(s) didn't match Pod's node affinity/selector. no new claims to deallocate, preemption: 0/4 nodes are available: 2 Preemption is not helpful for scheduling.";

  expect(schedulingReasons(message)).toEqual([
    { nodes: 1, text: 'had untolerated taint {dedicated: batch}' },
    { nodes: 1, text: 'Insufficient cpu' },
    { nodes: 2, text: "didn't match Pod's node affinity/selector" },
  ]);
});

test('reads a message about the pod itself', () => {
  expect(
    schedulingReasons('0/1 nodes are available: pod has unbound immediate PersistentVolumeClaims. not found')[0],
  ).toEqual({ nodes: 0, text: 'pod has unbound immediate PersistentVolumeClaims' });
});
