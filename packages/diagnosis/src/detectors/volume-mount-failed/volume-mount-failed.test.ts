import { expect, test } from 'vitest';
import {
  deployment,
  event,
  pod,
  replicaSet,
  running,
  unscheduledPod,
  waiting,
} from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const message = 'Multi-Attach error for volume "pvc-1" Volume is already used by pod(s) db-r1-b';
const failing = pod('db-r1-a', {
  owner: 'db',
  state: waiting('ContainerCreating'),
  template: { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] },
});
const owner = [deployment('db'), replicaSet('db', 1, { ready: 0 })];

test('names the workload, the volume and that another pod holds it', () => {
  const finding = only(
    detect(
      detector,
      ...owner,
      failing,
      event(failing, 'FailedAttachVolume', message),
      event(
        failing,
        'FailedMount',
        'Unable to attach or mount volumes: unmounted volumes=[data]: timed out waiting for the condition',
        { minutes: 0.5 },
      ),
    ),
  );

  expect(finding.subject).toMatchObject({ kind: 'Deployment', name: 'db' });
  expect(finding.facts).toMatchObject({
    volume: 'pvc-1',
    reason: 'FailedAttachVolume',
    isAttachedElsewhere: true,
    node: 'node-1',
  });
});

test('leaves missing ConfigMaps and Secrets to their own codes', () => {
  expect(
    detect(
      detector,
      ...owner,
      failing,
      event(failing, 'FailedMount', 'MountVolume.SetUp failed for volume "x" : secret "key" not found'),
    ).findings,
  ).toEqual([]);
});

test('is ruled out by a pod that started since', () => {
  const started = pod('db-r1-a', { owner: 'db', state: running() });

  expect(detect(detector, ...owner, started, event(started, 'FailedAttachVolume', message))).toMatchObject({
    findings: [],
    ruledOut: [{ code: 'volume-mount-failed' }],
  });
});

test('reads a pod without statuses, and a volume that lies where no node is', () => {
  const bare = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'db', namespace: 'shop' },
    status: { phase: 'Pending' },
  };
  const elsewhere = unscheduledPod(
    'web-r1-a',
    'web',
    '0/2 nodes are available: 2 node(s) had volume node affinity conflict.',
  );

  expect(subjects(detect(detector, bare, event(bare, 'FailedMount', 'mount failed: exit status 32')))).toEqual([
    'Pod/db',
  ]);
  expect(subjects(detect(detector, deployment('web'), replicaSet('web', 1), elsewhere))).toEqual(['Deployment/web']);
});
