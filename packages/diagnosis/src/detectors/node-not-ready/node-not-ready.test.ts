import { expect, test } from 'vitest';
import { event, minutesAgo, node, pod } from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const lost = node('node-1', {
  conditions: [
    {
      type: 'Ready',
      status: 'Unknown',
      reason: 'NodeStatusUnknown',
      message: 'Kubelet stopped posting node status.',
      lastTransitionTime: minutesAgo(4),
    },
  ],
});

test('names the node, since when and how many pods are on it', () => {
  const finding = only(detect(detector, lost, pod('cart'), pod('docs')));

  expect(finding.subject).toEqual({ apiVersion: 'v1', kind: 'Node', name: 'node-1' });
  expect(finding).toMatchObject({
    since: minutesAgo(4),
    facts: { status: 'Unknown', reason: 'NodeStatusUnknown', pods: 2 },
  });
});

test('is ruled out by a node that is ready again', () => {
  expect(
    detect(detector, node(), event(node(), 'NodeNotReady', 'Node node-1 status is now: NodeNotReady')),
  ).toMatchObject({ findings: [], ruledOut: [{ code: 'node-not-ready' }] });
});

test('says nothing of a node without conditions', () => {
  expect(subjects(detect(detector, { apiVersion: 'v1', kind: 'Node', metadata: { name: 'node-1' } }))).toEqual([]);
});
