import type { ActiveRun } from '../active-run.ts';
import { isFulfilled } from '../is-fulfilled.ts';
import type { NodeState } from '../node-state.ts';
import type { RunState } from '../run-state.ts';
import { createNode } from './create-node.ts';
import { finishNode } from './finish-node.ts';
import { outputDefaults } from './output-defaults.ts';
import { openPlan, type Plan } from './plan.ts';
import { planGraph } from './plan-graph.ts';
import { planRetry } from './plan-retry.ts';

/** What one look at a run wants changed. */
export interface RunChanges {
  readonly state?: RunState;
  readonly nodes: readonly NodeState[];
}

/** Looks at a run once and says what must change now; looking again after those changes may find more. Starts nothing. */
export function planRun(run: ActiveRun, now: Date): RunChanges {
  const plan = openPlan(run, now);
  const { state } = run;
  if (state.stopping === undefined && state.deadline !== undefined && now.getTime() >= state.deadline) {
    return { state: { ...state, stopping: 'out of time' }, nodes: [] };
  }
  const root = plan.node(state.name);
  if (root === undefined) {
    createNode(plan, { id: state.name, displayName: state.name, template: plan.template(state.entrypoint) });
  } else if (!isFulfilled(root.phase)) {
    planBelow(plan, root.id, state.stopping);
  } else {
    const end = planExit(plan, root);
    if (end !== undefined) return { state: end, nodes: [...plan.changes.values()] };
  }
  return { nodes: [...plan.changes.values()] };
}

/** A graph that holds a mutex is in the middle of a change: it is let finish, whoever stops the run. */
function planBelow(plan: Plan, id: string, above: string | undefined): void {
  const node = plan.node(id);
  if (node === undefined || isFulfilled(node.phase)) return;
  const stopping = node.lock !== undefined && node.phase === 'Running' ? undefined : above;
  for (const child of plan.run.nodes.values()) if (child.parent === id) planBelow(plan, child.id, stopping);
  if (node.kind === 'DAG' && node.phase === 'Running') planGraph(plan, node, stopping);
  else if (node.kind === 'Retry') planRetry(plan, node, stopping);
  else if (stopping !== undefined && (node.phase === 'Pending' || node.kind === 'Suspend')) {
    finishNode(plan, node, 'Failed', { message: stopping });
  } else if (node.kind === 'Suspend' && node.deadline !== undefined && plan.now.getTime() >= node.deadline) {
    finishNode(plan, node, 'Succeeded', {
      message: 'the wait is over',
      outputs: outputDefaults(plan.template(node.template)),
    });
  }
}

/** The exit handler knows no stopping: the report of a cancelled run is still made. */
function planExit(plan: Plan, root: NodeState): RunState | undefined {
  const { state, definition } = plan.run;
  const at = plan.now.toISOString();
  const phase = root.phase === 'Succeeded' ? 'Succeeded' : 'Failed';
  const ended = {
    ...state,
    phase,
    finishedAt: at,
    ...(root.message === undefined ? {} : { message: root.message }),
  } as const;
  const exit = definition.spec.onExit;
  if (exit === undefined) return ended;
  const id = `${state.name}.onExit`;
  const node = plan.node(id);
  if (node === undefined) {
    createNode(plan, { id, displayName: exit, template: plan.template(exit) });
    return undefined;
  }
  if (!isFulfilled(node.phase)) {
    planBelow(plan, id, undefined);
    return undefined;
  }
  if (node.phase === 'Succeeded') return ended;
  return { ...ended, phase: 'Failed', message: `${exit} has failed: ${node.message ?? node.phase}` };
}
