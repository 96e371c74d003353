import type { NodePhase } from '@auto-ops/contracts';
import { emptyNode } from './empty-node.ts';
import type { NodeSeed } from './node-seed.ts';
import { outputDefaults } from './output-defaults.ts';
import type { Plan } from './plan.ts';

/** Puts the node of a task that does not run; its outputs are the defaults. */
export function createIdleNode(
  plan: Plan,
  seed: NodeSeed,
  phase: NodePhase & ('Skipped' | 'Omitted' | 'Error'),
  message: string,
): void {
  const kind = seed.template.dag !== undefined ? 'DAG' : seed.template.suspend !== undefined ? 'Suspend' : 'Pod';
  const at = plan.now.toISOString();
  plan.put({
    ...emptyNode(plan, seed),
    kind,
    phase,
    message,
    startedAt: at,
    finishedAt: at,
    outputs: outputDefaults(seed.template),
  });
}
