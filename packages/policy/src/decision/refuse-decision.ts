import { AutoOpsError } from '@auto-ops/contracts';

/** The failure of a decision that does not count: why, and the value that shows it. */
export function refuseDecision(reason: string, value: string): AutoOpsError {
  return new AutoOpsError('DECISION_INVALID', `The decision ${reason} (${value}).`, { data: { reason } });
}
