import { AutoOpsError } from '@auto-ops/contracts';

/** The error itself where it has a code, otherwise a DEFECT that keeps it as its cause. */
export function asAutoOpsError(error: unknown): AutoOpsError {
  if (error instanceof AutoOpsError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new AutoOpsError('DEFECT', message, { cause: error });
}
