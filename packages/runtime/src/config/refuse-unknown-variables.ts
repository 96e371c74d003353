import { AutoOpsError } from '@auto-ops/contracts';
import type { Environment } from './environment.ts';

/** Throws CONFIGURATION_UNKNOWN when an `AUTO_OPS_*` variable is none of the known ones, so that a typo is not silently ignored. */
export function refuseUnknownVariables(environment: Environment, known: Iterable<string>): void {
  const names = new Set(known);
  const unknown = Object.keys(environment)
    .filter((name) => name.startsWith('AUTO_OPS_') && !names.has(name) && !names.has(name.replace(/_FILE$/, '')))
    .sort();
  if (unknown.length > 0) {
    throw new AutoOpsError('CONFIGURATION_UNKNOWN', `unknown configuration: ${unknown.join(', ')}`, {
      data: { unknown },
    });
  }
}
