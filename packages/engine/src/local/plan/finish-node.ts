import type { NodeState } from '../node-state.ts';
import type { Plan } from './plan.ts';

/** Puts the end of a node. */
export function finishNode(
  plan: Plan,
  node: NodeState,
  phase: 'Succeeded' | 'Failed' | 'Error',
  rest: Pick<NodeState, 'message' | 'outputs'> | { message?: string } = {},
): void {
  const { message: _, process: __, notBefore: ___, ...kept } = node;
  plan.put({ ...kept, phase, finishedAt: plan.now.toISOString(), ...rest });
}
