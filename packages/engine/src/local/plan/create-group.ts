import { emptyNode } from './empty-node.ts';
import type { NodeSeed } from './node-seed.ts';
import type { Plan } from './plan.ts';

/** Puts the node that stands for all items of a task. */
export function createGroup(plan: Plan, seed: NodeSeed): void {
  plan.put({ ...emptyNode(plan, seed), kind: 'TaskGroup', phase: 'Running', startedAt: plan.now.toISOString() });
}
