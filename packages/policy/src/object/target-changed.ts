import { AutoOpsError } from '@auto-ops/contracts';

/** The failure of an action that no longer fits its target; the message says what was expected. */
export function targetChanged(message: string): AutoOpsError {
  return new AutoOpsError('TARGET_CHANGED', message);
}
