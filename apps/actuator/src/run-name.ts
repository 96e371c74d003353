import { basename } from 'node:path';
import { Identifier } from '@auto-ops/contracts';
import type { StepCall } from '@auto-ops/workspace';
import type { Config } from './config.ts';

/** The name of the run a step belongs to: as configured, else the workspace's own, else the incident's first run. */
export function runName(call: StepCall<Config>): string {
  if (call.config.run !== undefined) return call.config.run;
  const folder = basename(call.workspace.root);
  return folder.startsWith('incident-') && Identifier.safeParse(folder).success
    ? folder
    : `incident-${call.incident.id}`;
}
