import { evaluateExpression } from '../../expression/evaluate-expression.ts';
import { parseExpression } from '../../expression/parse-expression.ts';
import { splitResult, type TaskResult } from '../../template/split-result.ts';
import type { NodeState } from '../node-state.ts';
import type { Plan } from './plan.ts';

/** Whether a task's `depends` is met by its dependencies, all of which have ended. */
export function dependsHolds(plan: Plan, graph: NodeState, depends: string): boolean {
  return evaluateExpression(parseExpression(depends), {
    name: (name) => {
      const { task, result } = splitResult(name);
      const node = plan.node(`${graph.id}.${task}`);
      if (node === undefined) return false;
      return result === undefined ? node.phase === 'Succeeded' || node.phase === 'Skipped' : ended(plan, node, result);
    },
    text: (text) => text,
  });
}

function ended(plan: Plan, node: NodeState, result: TaskResult): boolean {
  // There are no daemons here.
  if (result === 'Daemoned') return false;
  if (result === 'Errored') return node.phase === 'Error';
  if (result !== 'AnySucceeded' && result !== 'AllFailed') return node.phase === result;
  if (node.kind !== 'TaskGroup') return false;
  const items = [...plan.run.nodes.values()].filter((item) => item.parent === node.id);
  if (result === 'AnySucceeded') return items.some((item) => item.phase === 'Succeeded');
  return items.length > 0 && items.every((item) => item.phase === 'Failed');
}
