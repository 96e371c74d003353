import { dependenciesOf } from '../../template/dependencies-of.ts';
import type { Task } from '../../template/task.ts';
import type { NodeState } from '../node-state.ts';
import type { Plan } from './plan.ts';

type End = { phase: 'Succeeded' | 'Failed' | 'Error'; message?: string };

/**
 * How a graph ended when all its tasks have. Only the last tasks count; one that did not run counts as what came before
 * it, a failure first. So a failure that a later task took care of is none.
 */
export function phaseOfGraph(plan: Plan, graph: NodeState, tasks: readonly Task[]): End {
  const dependencies = new Map(tasks.map((task) => [task.name, dependenciesOf(task)]));
  const known = new Map<string, End>();
  const endOf = (name: string): End => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const end = ownEnd(plan.node(`${graph.id}.${name}`)) ?? worstOf((dependencies.get(name) ?? []).map(endOf));
    known.set(name, end);
    return end;
  };
  const awaited = new Set([...dependencies.values()].flat());
  return worstOf(tasks.filter((task) => !awaited.has(task.name)).map((task) => endOf(task.name)));
}

function ownEnd(node: NodeState | undefined): End | undefined {
  if (node?.phase === 'Succeeded') return { phase: 'Succeeded' };
  if (node?.phase !== 'Failed' && node?.phase !== 'Error') return undefined;
  const reason = node.message === undefined ? '' : `: ${node.message}`;
  return { phase: node.phase, message: `${node.displayName} has failed${reason}` };
}

function worstOf(ends: readonly End[]): End {
  return ends.find((end) => end.phase !== 'Succeeded') ?? { phase: 'Succeeded' };
}
