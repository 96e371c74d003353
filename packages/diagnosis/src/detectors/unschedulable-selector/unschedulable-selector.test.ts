import { expect, test } from 'vitest';
import { deployment, node, replicaSet, unscheduledPod } from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const message =
  "0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector. no new claims to deallocate, preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling.";
const owner = [deployment('encoder'), replicaSet('encoder', 1), replicaSet('encoder', 2, { ready: 0 })];
const template = { nodeSelector: { disk: 'ssd-fast' } };

test('names the workload, the labels it asks for and the nearest that nodes carry', () => {
  const pending = unscheduledPod('encoder-r2-a', 'encoder', message, { revision: 2, template });

  const finding = only(detect(detector, ...owner, pending, node('node-1', { labels: { disk: 'ssd' } })));

  expect(finding.subject).toMatchObject({ kind: 'Deployment', name: 'encoder' });
  expect(finding.facts).toMatchObject({
    nodeSelector: ['disk=ssd-fast'],
    nearest: expect.arrayContaining(['disk=ssd']),
  });
});

test('is ruled out by a node that carries the labels', () => {
  const pending = unscheduledPod('encoder-r2-a', 'encoder', message, { revision: 2, template });

  expect(detect(detector, ...owner, pending, node('node-1', { labels: { disk: 'ssd-fast' } }))).toMatchObject({
    findings: [],
    ruledOut: [{ code: 'unschedulable-selector' }],
  });
});

test('leaves the decision to the taint where the only node that matches has one', () => {
  const both =
    "0/2 nodes are available: 1 node(s) didn't match Pod's node affinity/selector, 1 node(s) had untolerated taint {gpu: true}.";
  const pending = unscheduledPod('encoder-r2-a', 'encoder', both, { revision: 2, template });

  expect(
    subjects(
      detect(
        detector,
        ...owner,
        pending,
        node('a'),
        node('b', {
          labels: { disk: 'ssd-fast' },
          spec: { taints: [{ key: 'gpu', value: 'true', effect: 'NoSchedule' }] },
        }),
      ),
    ),
  ).toEqual([]);
});

test('evaluates required node affinity, and reads a pod whose nodes were not read', () => {
  const terms = { nodeSelectorTerms: [{ matchExpressions: [{ key: 'zone', operator: 'In', values: ['c'] }] }] };
  const affinity = { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: terms } } };
  const pending = unscheduledPod('encoder-r2-a', 'encoder', message, { revision: 2, template: affinity });

  expect(only(detect(detector, ...owner, pending)).facts).toMatchObject({ nodeAffinity: ['zone in (c)'] });
  expect(detect(detector, ...owner, pending, node('a', { labels: { zone: 'c' } })).findings).toEqual([]);
});
