import type { Incident, StepName, StepOutputs, Zone } from '@auto-ops/contracts';
import type { Logger } from '@auto-ops/runtime';
import type { Workspace } from '../workspace.ts';

/** What a step is given. */
export interface StepCall<Configuration> {
  readonly name: StepName;
  /** The step's own folder, relative to the workspace; the only one it writes. */
  readonly folder: string;
  readonly workspace: Workspace;
  readonly incident: Incident;
  readonly round?: number | undefined;
  readonly attempt?: number | undefined;
  readonly zone?: Zone | undefined;
  readonly specialist?: string | undefined;
  readonly config: Configuration;
  readonly logger: Logger;
  /** Aborted by SIGTERM and SIGINT. */
  readonly signal: AbortSignal;
}

/** One step of an app. */
export interface StepProgram<Configuration> {
  /** A resumable step keeps its folder when it is started again and goes on from what it finds there. */
  readonly resumable?: boolean;
  /** Writes the step's document and returns the enumerated outputs. */
  run(call: StepCall<Configuration>): Promise<StepOutputs>;
}
