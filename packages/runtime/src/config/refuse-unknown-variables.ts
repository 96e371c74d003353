import { AutoOpsError } from '@auto-ops/contracts';
import type { Environment } from './environment.ts';

/** Throws CONFIGURATION_UNKNOWN when an `AUTO_OPS_*` variable is none of the known ones, so that a typo is not silently ignored. */
export function refuseUnknownVariables(environment: Environment, known: Iterable<string>): void {
  const names = new Set(known);
  const unknown = Object.keys(environment)
    // Those of the test suite configure no program.
    .filter((name) => /^AUTO_OPS_(?!TEST_)/.test(name) && !names.has(name) && !names.has(name.replace(/_FILE$/, '')))
    .sort();
  if (unknown.length > 0) {
    throw new AutoOpsError('CONFIGURATION_UNKNOWN', `unknown configuration: ${unknown.join(', ')}`, {
      data: { unknown },
    });
  }
}
