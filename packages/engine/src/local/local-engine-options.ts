import type { Logger } from '@auto-ops/runtime';
import type { Program } from './step/start-step.ts';

/** What the local engine needs of its surroundings. */
export interface LocalEngineOptions {
  /** Where it keeps its store, the workspaces of runs and the logs of steps. One engine at a time. */
  readonly folder: string;
  /** The file of the WorkflowTemplate. */
  readonly template: string;
  /** The program of an app; may throw STEP_BUNDLE_MISSING. */
  programs(app: string): Program;
  /**
   * The variables that a name of `envFrom` stands for, for example `auto-ops-actuator-apply`: all that a step of that app
   * and zone may see. Paths in them must be
   * absolute: a step runs in a folder of its own. `run` is the name of the run.
   */
  environment(configName: string, run: string): Readonly<Record<string, string>>;
  /** How many steps run at once, over all runs. */
  readonly parallelism: number;
  readonly logger: Logger;
  /** PATH of the steps. */
  readonly path?: string;
  readonly clock?: () => Date;
}
