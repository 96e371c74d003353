import type { NodePhase } from '@auto-ops/contracts';

/** Whether a node of this phase will not change any more. */
export function isFulfilled(phase: NodePhase): boolean {
  return phase !== 'Pending' && phase !== 'Running';
}
