import type { Workflow } from '@auto-ops/argo-workflows-client';
import type { Run, RunPhase } from '@auto-ops/contracts';
import { activeWaits } from './active-waits.ts';
import { describeNode } from './describe-node.ts';
import { runPrefix } from './run-prefix.ts';
import type { RunRecord } from './run-record.ts';

const groups = new Set(['DAG', 'Steps', 'StepGroup', 'TaskGroup', 'Retry']);

/** A run as the port shows it, from its Workflow as long as there is one, and from its record. */
export function describeRun(name: string, record: RunRecord | undefined, workflow: Workflow | undefined): Run {
  const incident = record?.incident ?? workflow?.metadata.labels['auto-ops.dev/incident'];
  const known = {
    name,
    incident: incident ?? name.slice(runPrefix.length),
    startedAt: workflow?.status.startedAt ?? workflow?.metadata.creationTimestamp ?? record?.createdAt ?? '',
  };
  if (workflow === undefined) {
    const { phase = 'Pending', message, finishedAt } = record?.end ?? {};
    return { ...known, phase, message, finishedAt, nodes: [] };
  }
  const all = Object.values(workflow.status.nodes);
  return {
    ...known,
    phase: phaseOf(workflow),
    message: workflow.status.message,
    finishedAt: workflow.status.finishedAt ?? undefined,
    nodes: all
      .map((node) => describeNode(node, all))
      .sort((one, other) => compare(one.startedAt, other.startedAt) || compare(one.displayName, other.displayName)),
  };
}

function phaseOf(workflow: Workflow): RunPhase {
  const { phase, nodes } = workflow.status;
  if (phase === 'Succeeded') return 'Succeeded';
  if (phase === 'Failed' || phase === 'Error') return 'Failed';
  if (phase !== 'Running') return 'Pending';
  // A graph that waits for its lock is pending and works as soon as it can; a running graph is as busy as what is in it.
  const works = Object.values(nodes).some(
    (node) =>
      node.type !== 'Suspend' &&
      (node.phase === 'Pending' || node.phase === '' || (node.phase === 'Running' && !groups.has(node.type))),
  );
  return !works && activeWaits(workflow).length > 0 ? 'Suspended' : 'Running';
}

/** What has not begun comes last. */
function compare(one = '~', other = '~'): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
