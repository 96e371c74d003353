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

const message =
  '0/2 nodes are available: 1 Insufficient memory, 1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }. no new claims to deallocate, preemption: 0/2 nodes are available: 1 Preemption is not helpful for scheduling.';
const container = { resources: { requests: { memory: '64Gi' } } };
const owner = [
  deployment('reports'),
  replicaSet('reports', 1, { container: { resources: { requests: { memory: '64Mi' } } } }),
  replicaSet('reports', 2, { ready: 0 }),
];

test('names the workload, what it asks for and what nodes have', () => {
  const pending = unscheduledPod('reports-r2-a', 'reports', message, { revision: 2, container });

  const finding = only(
    detect(
      detector,
      ...owner,
      pending,
      event(pending, 'FailedScheduling', message),
      node(),
      pod('cart', { container: { resources: { requests: { memory: '1Gi' } } } }),
    ),
  );

  expect(finding.subject).toMatchObject({ kind: 'Deployment', name: 'reports' });
  expect(finding.facts).toMatchObject({
    resources: ['memory'],
    requested: '64Gi',
    largestAllocatable: '8Gi',
    mostFree: '7Gi',
    fitsNoNodeEver: true,
    previousRequest: '64Mi',
  });
});

test('is ruled out where a cordoned node would take the pod', () => {
  const cordoned = '0/2 nodes are available: 1 Insufficient memory, 1 node(s) were unschedulable.';
  const pending = unscheduledPod('reports-r2-a', 'reports', cordoned, { revision: 2 });

  expect(
    detect(detector, ...owner, pending, node('node-1'), node('node-2', { spec: { unschedulable: true } })),
  ).toMatchObject({ findings: [], ruledOut: [{ code: 'unschedulable-resources' }] });
});

test('says nothing of a pod that has a node since', () => {
  const placed = pod('reports-r2-a', { owner: 'reports', revision: 2, container });

  expect(detect(detector, ...owner, placed, event(placed, 'FailedScheduling', message)).findings).toEqual([]);
});

test('reads the event where the pod has no status', () => {
  const bare = {
    ...unscheduledPod('reports', 'reports', message),
    metadata: { name: 'reports', namespace: 'shop' },
    spec: {},
    status: {},
  };

  expect(subjects(detect(detector, bare, event(bare, 'FailedScheduling', message)))).toEqual(['Pod/reports']);
});
