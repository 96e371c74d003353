import type { ActionClass } from '@auto-ops/contracts';

/** How long a proposal waits and a decision counts, in minutes. */
export function lifetimeMinutes(actionClass: ActionClass): number {
  return actionClass === 'R3' || actionClass === 'R4' ? 15 : 30;
}
