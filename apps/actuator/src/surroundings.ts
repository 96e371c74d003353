import type { StepName } from '@auto-ops/contracts';
import type { RunApi } from '@auto-ops/runtime';
import type { Moment } from './act/acting.ts';
import type { Cluster } from './cluster/cluster.ts';
import type { Config } from './config.ts';

/** What a step reaches outside its workspace; `main.ts` gives the real ones, tests their own. */
export interface Surroundings {
  /** RFC 3339. */
  now(): string;
  /** The cluster by the account of that step; `undefined` where none is configured. */
  openCluster(step: StepName, config: Config, signal: AbortSignal): Promise<Cluster | undefined>;
  /** `undefined` where none is configured. */
  openRunApi(config: Config, signal: AbortSignal): RunApi | undefined;
  /** Told of every moment of an action; given by tests alone. */
  readonly reached?: ((moment: Moment, action: string) => void) | undefined;
}
