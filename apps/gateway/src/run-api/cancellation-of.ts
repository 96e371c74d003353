import type { Cancellation } from '@auto-ops/contracts';
import type { Store } from '../store/open-store.ts';

/** Who ended a run that had nothing to decide yet; undefined where nobody did. */
export function cancellationOf({ audit }: Pick<Store, 'audit'>, run: string): Cancellation | undefined {
  const entry = audit.last('run-cancelled', run);
  if (entry === undefined) return undefined;
  const { reason } = entry.detail;
  return { by: entry.actor, at: entry.at, ...(typeof reason === 'string' && { reason }) };
}
