import { expect, test } from 'vitest';
import type { ObjectPart } from '../__fixtures__/bundle-of.ts';
import { viewOf } from '../__fixtures__/view-of.ts';
import { crashing, other, pod, running, waiting } from '../kubernetes/__fixtures__/cluster-objects.ts';
import { detectors } from './registry.ts';

const owned = (kind: string, name: string, apiVersion = 'apps/v1') => ({
  ownerReferences: [{ apiVersion, kind, name, controller: true }],
});
const unpulled = waiting('ErrImagePull', 'shop/app:9: not found');

function found(...parts: ObjectPart[]): string[] {
  const view = viewOf(...parts);
  return detectors
    .flatMap((detector) => detector.detect(view).findings)
    .map(({ code, subject }) => `${code} ${subject.kind}/${subject.name}`);
}

test.each([
  ['StatefulSet', 'apps/v1'],
  ['DaemonSet', 'apps/v1'],
  ['Job', 'batch/v1'],
  ['Rollout', 'argoproj.io/v1alpha1'],
])('the subject is the %s that owns the pod, whether it was read or not', (kind, apiVersion) => {
  const failing = pod('app-0', { state: unpulled, metadata: owned(kind, 'app', apiVersion) });

  expect(found(other(apiVersion, kind, 'app'), failing)).toEqual([`image-not-found ${kind}/app`]);
  expect(found(failing)).toEqual([`image-not-found ${kind}/app`]);
});

test('the subject is the CronJob above the Job', () => {
  const job = {
    ...other('batch/v1', 'Job', 'report-1'),
    metadata: { name: 'report-1', namespace: 'shop', ...owned('CronJob', 'report', 'batch/v1') },
  };
  const failing = pod('report-1-a', { state: unpulled, metadata: owned('Job', 'report-1', 'batch/v1') });

  expect(found(other('batch/v1', 'CronJob', 'report'), job, failing)).toEqual(['image-not-found CronJob/report']);
});

test('a bare pod and a static pod are themselves the subject', () => {
  const node = {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: 'node-1' },
    status: { conditions: [{ type: 'Ready', status: 'True' }] },
  };
  const fixed = pod('etcd-node-1', { state: unpulled, metadata: owned('Node', 'node-1', 'v1') });

  expect(found(node, pod('bare', { state: unpulled }), fixed).sort()).toEqual([
    'image-not-found Pod/bare',
    'image-not-found Pod/etcd-node-1',
  ]);
});

test.each([
  ['an init container', { initContainers: [{ name: 'setup', image: 'shop/setup:1' }] }],
  ['a native sidecar', { initContainers: [{ name: 'setup', image: 'shop/setup:1', restartPolicy: 'Always' }] }],
])('%s counts like the others', (_, template) => {
  const status = {
    phase: 'Pending',
    initContainerStatuses: [{ name: 'setup', ...waiting('ImagePullBackOff', 'shop/setup:1: manifest unknown') }],
    containerStatuses: [{ name: 'app', ...waiting('PodInitializing') }],
  };

  expect(found(pod('app', { template, status }))).toEqual(['image-not-found Pod/app']);
});

test("an ephemeral container that ended is nobody's failure", () => {
  const status = {
    ephemeralContainerStatuses: [{ name: 'debug', state: { terminated: { exitCode: 1 } } }],
    containerStatuses: [{ name: 'app', ...running() }],
    phase: 'Running',
  };

  expect(found(pod('app', { template: { ephemeralContainers: [{ name: 'debug' }] }, status }))).toEqual([]);
});

test('one of several containers that crashes is named, the others are not', () => {
  const view = viewOf(
    pod('app', {
      template: {
        containers: [
          { name: 'web', image: 'a' },
          { name: 'worker', image: 'b' },
        ],
      },
      state: [running({ name: 'web' }), crashing({ reason: 'OOMKilled', exitCode: 137 }, { name: 'worker' })],
    }),
  );

  const findings = detectors.flatMap((detector) => detector.detect(view).findings);

  expect(findings.map(({ code, facts }) => `${code} ${facts?.container}`)).toEqual(['out-of-memory worker']);
});
