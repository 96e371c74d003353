import { emptyNode } from './empty-node.ts';
import type { Plan } from './plan.ts';

/** Puts the next try of a Retry node. */
export function createTry(plan: Plan, retry: string, index: number, notBefore?: number): void {
  const parent = plan.node(retry);
  if (parent === undefined) return;
  plan.put({
    ...emptyNode(plan, {
      ...parent,
      id: `${retry}(${index})`,
      displayName: `${parent.displayName}(${index})`,
      parent: retry,
    }),
    inputs: parent.inputs,
    kind: 'Pod',
    phase: 'Pending',
    ...(notBefore === undefined ? {} : { notBefore, message: `next try at ${new Date(notBefore).toISOString()}` }),
  });
}
