import type { Run, RunNode, RunPhase } from '@auto-ops/contracts';
import type { NodeState } from './node-state.ts';
import type { RunState } from './run-state.ts';

/** A run as the port shows it. */
export function describeRun(state: RunState, nodes: Iterable<NodeState>): Run {
  const all = [...nodes];
  return {
    name: state.name,
    incident: state.incident,
    phase: phaseOf(state, all),
    message: state.message ?? state.stopping,
    startedAt: state.startedAt,
    finishedAt: state.finishedAt,
    nodes: all.map(describeNode),
  };
}

function phaseOf(state: RunState, nodes: readonly NodeState[]): RunPhase {
  if (state.phase !== 'Running') return state.phase;
  const active = nodes.filter((node) => node.phase === 'Pending' || node.phase === 'Running');
  const works = active.some((node) => node.kind === 'Pod' || node.phase === 'Pending');
  return !works && active.some((node) => node.kind === 'Suspend') ? 'Suspended' : 'Running';
}

function describeNode(node: NodeState): RunNode {
  return {
    id: node.id,
    displayName: node.displayName,
    template: node.template,
    kind: node.kind,
    phase: node.phase,
    parent: node.parent,
    startedAt: node.startedAt,
    finishedAt: node.finishedAt,
    message: node.message,
    outputs: node.outputs,
  };
}
