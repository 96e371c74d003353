import { AutoOpsError } from '@auto-ops/contracts';
import type { RunApi } from '@auto-ops/runtime';
import type { StepCall } from '@auto-ops/workspace';
import type { Config } from './config.ts';
import type { Surroundings } from './surroundings.ts';

/** The run API of a step that cannot do without; throws CONFIGURATION_INVALID. */
export function requireRunApi(call: StepCall<Config>, surroundings: Surroundings): RunApi {
  const api = surroundings.openRunApi(call.config, call.signal);
  if (api !== undefined) return api;
  throw new AutoOpsError('CONFIGURATION_INVALID', `AUTO_OPS_RUN_API is not set; ${call.name} needs the run API`, {
    hint: 'Set AUTO_OPS_RUN_API to unix:/path/run-api.sock or to the https address of the gateway, or run `auto-ops serve`.',
  });
}
