import { Workflow } from '@auto-ops/argo-workflows-client';
import { expect, it } from 'vitest';
import { nextRepair } from './next-repair.ts';
import type { RunRecord } from './run-record.ts';
import { usualDelays } from './usual-delays.ts';

const began = Date.parse('2026-11-21T10:00:00Z');
const second = 1000;
const record: RunRecord = { run: 'incident-a', incident: 'a', createdAt: new Date(began).toISOString() };
const untried = { posts: 0, postedAt: 0, wakes: 0, wokenAt: 0, stops: 0, stoppedAt: 0 };

function workflowOf(phase: string, over: { wait?: string; shutdown?: string } = {}) {
  const wait = {
    id: 'incident-a-1',
    name: 'incident-a.approve',
    displayName: 'approve',
    type: 'Suspend',
    phase: over.wait,
  };
  return Workflow.parse({
    metadata: { name: 'incident-a', uid: 'uid', resourceVersion: '1', creationTimestamp: record.createdAt },
    spec: over.shutdown === undefined ? {} : { shutdown: over.shutdown },
    status: { phase, nodes: over.wait === undefined ? {} : { [wait.id]: wait } },
  });
}

it('posts at once, again after 5, 10 and 20 seconds, and then creates', () => {
  const after = (posts: number, pause: number) =>
    nextRepair(record, undefined, { ...untried, posts, postedAt: began }, usualDelays, began + pause).kind;

  expect(nextRepair(record, undefined, untried, usualDelays, began).kind).toBe('post');
  expect([after(1, 4 * second), after(1, 5 * second)]).toEqual(['rest', 'post']);
  expect([after(2, 9 * second), after(2, 10 * second)]).toEqual(['rest', 'post']);
  expect([after(3, 19 * second), after(3, 20 * second)]).toEqual(['rest', 'post']);
  expect([after(4, 39 * second), after(4, 40 * second)]).toEqual(['rest', 'create']);
});

it('wakes the decided node alone: twice by an event ten seconds apart, then by the server', () => {
  const seen = { ...record, workflow: 'uid', decided: ['incident-a-1'] };
  const waiting = workflowOf('Running', { wait: 'Running' });
  const after = (wakes: number, pause: number) =>
    nextRepair(seen, waiting, { ...untried, wakes, wokenAt: began }, usualDelays, began + pause);

  expect(nextRepair(seen, waiting, untried, usualDelays, began)).toEqual({
    kind: 'wake',
    nodes: ['incident-a-1'],
    how: 'event',
  });
  expect(after(1, 9 * second)).toEqual({ kind: 'rest', until: began + 10 * second });
  expect(after(1, 10 * second)).toMatchObject({ kind: 'wake', how: 'event' });
  expect(after(2, 10 * second)).toMatchObject({ kind: 'wake', how: 'server' });
  expect(nextRepair({ ...seen, decided: ['incident-a-0'] }, waiting, untried, usualDelays, began).kind).toBe('rest');
  expect(nextRepair({ ...seen, decided: undefined }, waiting, untried, usualDelays, began).kind).toBe('rest');
  expect(nextRepair(seen, workflowOf('Running', { wait: 'Succeeded' }), untried, usualDelays, began).kind).toBe('rest');
});

it('notes a Workflow before anything else is done with it', () => {
  const decided = { ...record, decided: ['incident-a-1'], cancelled: true };

  expect(nextRepair(decided, workflowOf('Running', { wait: 'Running' }), untried, usualDelays, began)).toEqual({
    kind: 'see',
    workflow: 'uid',
  });
});

it('stops a cancelled run until Argo knows, and not one that has ended', () => {
  const cancelled = { ...record, workflow: 'uid', cancelled: true };
  const after = (workflow: Workflow) => nextRepair(cancelled, workflow, untried, usualDelays, began).kind;

  expect(after(workflowOf('Running'))).toBe('stop');
  expect(after(workflowOf('Running', { shutdown: 'Stop' }))).toBe('rest');
  expect(after(workflowOf('Failed'))).toBe('end');
});

it('never starts a second time what was seen once', () => {
  const gone = nextRepair({ ...record, workflow: 'uid' }, undefined, untried, usualDelays, began + 1);

  expect(gone).toMatchObject({ kind: 'end', end: { phase: 'Failed' } });
});

it('removes the ConfigMap an hour after the end was noticed, and at the latest after thirty days', () => {
  const end = { phase: 'Succeeded', finishedAt: record.createdAt, noticedAt: record.createdAt } as const;
  const after = (pause: number, over: Partial<RunRecord> = { end }) =>
    nextRepair(
      { ...record, ...over },
      undefined,
      { ...untried, posts: 9, postedAt: began + pause },
      usualDelays,
      began + pause,
    ).kind;
  const day = 24 * 3600 * second;

  expect([after(3599 * second), after(3600 * second)]).toEqual(['rest', 'remove']);
  expect([after(29 * day, {}), after(30 * day, {})]).toEqual(['rest', 'end']);
});
