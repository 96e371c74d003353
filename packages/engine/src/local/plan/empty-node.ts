import type { Template } from '../../template/template.ts';
import type { NodeState } from '../node-state.ts';
import type { Plan } from './plan.ts';

/** What all new nodes have in common. */
export function emptyNode(
  plan: Plan,
  seed: { id: string; displayName: string; template: Template | string; parent?: string | undefined },
): Omit<NodeState, 'kind' | 'phase'> {
  return {
    id: seed.id,
    displayName: seed.displayName,
    template: typeof seed.template === 'string' ? seed.template : seed.template.name,
    ...(seed.parent === undefined ? {} : { parent: seed.parent }),
    createdAt: plan.now.toISOString(),
    inputs: {},
    outputs: {},
    restarts: 0,
  };
}
