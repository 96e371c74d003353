import { Workflow } from '@auto-ops/argo-workflows-client';
import { expect, it } from 'vitest';
import { describeRun } from './describe-run.ts';

const at = (second: number) => `2026-11-21T10:00:0${second}Z`;

/** A Workflow as Argo reports it, of nodes given by display name. */
function workflowOf(nodes: Readonly<Record<string, Record<string, unknown>>>, phase = 'Running') {
  const whole = Object.entries(nodes).map(([displayName, node], index) => [
    `incident-a-${index}`,
    {
      id: `incident-a-${index}`,
      name: `incident-a.${displayName}`,
      displayName,
      phase: 'Running',
      boundaryID: 'incident-a',
      ...node,
    },
  ]);
  return Workflow.parse({
    metadata: {
      name: 'incident-a',
      uid: 'u',
      resourceVersion: '1',
      creationTimestamp: at(0),
      labels: { 'auto-ops.dev/incident': 'a' },
    },
    status: { phase, startedAt: at(1), nodes: Object.fromEntries(whole) },
  });
}

it('shows nodes in the order they began, with outputs that have a value, and hangs items and tries below their group', () => {
  const supplied = {
    parameters: [
      { name: 'verdict', value: 'done' },
      { name: 'decision', valueFrom: { supplied: {} } },
    ],
  };

  const run = describeRun(
    'incident-a',
    undefined,
    workflowOf({
      later: { type: 'Pod', templateName: 'analyse', startedAt: at(4) },
      'collect(1:logs)(0)': { type: 'Pod', startedAt: at(3), outputs: supplied },
      'collect(1:logs)': { type: 'Retry', startedAt: at(2), finishedAt: at(3) },
      collect: { type: 'TaskGroup', startedAt: at(2) },
      'collect-cluster': { type: 'Skipped', phase: 'Skipped', startedAt: at(5) },
    }),
  );

  expect(run.nodes.map((node) => [node.displayName, node.kind, node.parent])).toEqual([
    ['collect', 'TaskGroup', 'incident-a'],
    ['collect(1:logs)', 'Retry', 'incident-a-3'],
    ['collect(1:logs)(0)', 'Pod', 'incident-a-2'],
    ['later', 'Pod', 'incident-a'],
    ['collect-cluster', 'Pod', 'incident-a'],
  ]);
  expect(run.nodes[2]?.outputs).toEqual({ verdict: 'done' });
  expect(run).toMatchObject({ incident: 'a', startedAt: at(1), finishedAt: undefined });
});

it.each([
  ['Suspended', 'waits for a person alone', { approve: { type: 'Suspend' }, '': { type: 'DAG' } }],
  ['Running', 'has a step at work beside the wait', { approve: { type: 'Suspend' }, other: { type: 'Pod' } }],
  [
    'Running',
    'has a graph that waits for its lock',
    { approve: { type: 'Suspend' }, target: { type: 'DAG', phase: 'Pending' } },
  ],
  ['Running', 'has been woken', { approve: { type: 'Suspend', phase: 'Succeeded' } }],
])('is %s when it %s', (phase, _, nodes) => {
  expect(describeRun('incident-a', undefined, workflowOf(nodes)).phase).toBe(phase);
});

it.each([
  ['Error', 'Failed'],
  ['Failed', 'Failed'],
  ['Succeeded', 'Succeeded'],
  ['Pending', 'Pending'],
  ['', 'Pending'],
])('takes the phase %j of a Workflow for %s', (phase, expected) => {
  expect(describeRun('incident-a', undefined, workflowOf({}, phase)).phase).toBe(expected);
});

it('knows how a run ended after its Workflow is gone', () => {
  const end = { phase: 'Failed', message: 'why', finishedAt: at(8), noticedAt: at(9) } as const;

  const run = describeRun('incident-a-2', { run: 'incident-a-2', incident: 'a', createdAt: at(0), end }, undefined);

  expect(run).toEqual({
    name: 'incident-a-2',
    incident: 'a',
    startedAt: at(0),
    phase: 'Failed',
    message: 'why',
    finishedAt: at(8),
    nodes: [],
  });
});
