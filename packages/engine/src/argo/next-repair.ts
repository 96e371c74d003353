import type { Workflow } from '@auto-ops/argo-workflows-client';
import { activeWaits } from './active-waits.ts';
import type { Delays } from './delays.ts';
import type { Repair } from './repair.ts';
import type { RunRecord } from './run-record.ts';
import type { Tries } from './tries.ts';

const ended = new Set(['Succeeded', 'Failed', 'Error']);
const longestPause = 60_000;

/**
 * Compares what a run should be with what is there, and says what repairs the difference. It rests on the present state alone, so it
 * does not matter which event was lost, doubled or late. `now` is in milliseconds since 1970.
 */
export function nextRepair(
  record: RunRecord,
  workflow: Workflow | undefined,
  tries: Tries,
  delays: Delays,
  now: number,
): Repair {
  return workflow === undefined
    ? withoutWorkflow(record, tries, delays, now)
    : withWorkflow(record, workflow, tries, delays, now);
}

function withoutWorkflow(record: RunRecord, tries: Tries, delays: Delays, now: number): Repair {
  const noticedAt = new Date(now).toISOString();
  if (record.end !== undefined) {
    const until = Math.min(
      Date.parse(record.end.noticedAt) + delays.keepEnded,
      Date.parse(record.createdAt) + delays.keepRecord,
    );
    return now >= until ? { kind: 'remove' } : { kind: 'rest', until };
  }
  const failed = (message: string): Repair => ({
    kind: 'end',
    end: { phase: 'Failed', message, finishedAt: noticedAt, noticedAt },
  });
  // It may have changed something already: what was once there is not started a second time.
  if (record.workflow !== undefined) return failed('its Workflow was removed before it ended');
  if (record.cancelled === true) return failed('cancelled before it began');
  if (now >= Date.parse(record.createdAt) + delays.keepRecord) return failed('it never began');
  const until = tries.postedAt + pause(delays.post, tries.posts);
  if (now < until) return { kind: 'rest', until };
  return { kind: tries.posts > delays.posts ? 'create' : 'post' };
}

function withWorkflow(record: RunRecord, workflow: Workflow, tries: Tries, delays: Delays, now: number): Repair {
  if (record.workflow !== workflow.metadata.uid) return { kind: 'see', workflow: workflow.metadata.uid };
  const { phase, message, finishedAt } = workflow.status;
  if (ended.has(phase)) {
    if (record.end !== undefined) return { kind: 'rest' };
    const noticedAt = new Date(now).toISOString();
    return {
      kind: 'end',
      end: {
        phase: phase === 'Succeeded' ? 'Succeeded' : 'Failed',
        ...(message !== undefined && { message }),
        finishedAt: finishedAt ?? noticedAt,
        noticedAt,
      },
    };
  }
  if (record.cancelled === true && workflow.spec.shutdown === undefined) {
    const until = tries.stoppedAt + (tries.stops === 0 ? 0 : delays.stop);
    return now < until ? { kind: 'rest', until } : { kind: 'stop' };
  }
  const nodes = activeWaits(workflow)
    .map((node) => node.id)
    .filter((id) => record.decided?.includes(id));
  if (nodes.length === 0) return { kind: 'rest' };
  const until = tries.wokenAt + (tries.wakes === 0 ? 0 : delays.wake);
  if (now < until) return { kind: 'rest', until };
  return { kind: 'wake', nodes, how: tries.wakes >= delays.wakes ? 'server' : 'event' };
}

function pause(first: number, posts: number): number {
  return posts === 0 ? 0 : Math.min(longestPause, first * 2 ** (posts - 1));
}
