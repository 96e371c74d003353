import type { MaintenanceJob, MaintenanceTask, StepOutputs } from '@auto-ops/contracts';
import type { Logger, RunApi } from '@auto-ops/runtime';
import type { Workspace } from '@auto-ops/workspace';
import type { Config } from './config.ts';

/** What a job is given. */
export interface JobCall {
  readonly task: MaintenanceTask;
  /** Where results are handed in. */
  readonly api: RunApi;
  readonly config: Readonly<Config>;
  readonly workspace: Workspace;
  /** The job's own folder, relative to the workspace; the only place it writes, but for what its configuration names. */
  readonly folder: string;
  readonly logger: Logger;
  /** Aborted by SIGTERM and SIGINT. */
  readonly signal: AbortSignal;
}

/** One job of maintenance: reads, hands its result to the gateway, and never changes what it looked at. */
export interface Job {
  readonly name: MaintenanceJob;
  readonly summary: string;
  /** Returns the enumerated outputs. May be repeated: what is handed in is whole. */
  run(call: JobCall): Promise<StepOutputs>;
}
