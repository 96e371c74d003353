import type { Engine, MaintenanceRunner } from '@auto-ops/contracts';
import type { ScheduledJob } from '../control/maintenance-schedule.ts';
import type { RunApiServer } from '../run-api/run-api-server.ts';
import type { IdentifyCaller } from '../run-api/run-caller.ts';
import type { ClusterView } from './cluster-view.ts';

/** An engine with what the gateway has to do for it. */
export interface OpenedEngine {
  readonly engine: Engine;
  /** Tells the callers of the run API that come over the network; none come where it is absent. */
  readonly identify?: IdentifyCaller;
  /** Looks things up where the runs are; absent where that is this machine. */
  readonly cluster?: ClusterView;
  /** The maintenance that has no schedule but this gateway's. */
  readonly schedule: readonly ScheduledJob[];
  /** Resolves once the runs of before are known; at once where absent. */
  known?(): Promise<void>;
  /** What starts maintenance; the engine closes first. */
  openMaintenance(runApi: RunApiServer): MaintenanceRunner;
  /** Makes the run API reachable, and goes on with the runs that have not ended. */
  begin(runApi: RunApiServer, openRuns: readonly string[]): Promise<void>;
  /** Called before a run starts, so that its run API is there when its first step asks. */
  prepareRun(runApi: RunApiServer, run: string): Promise<void>;
  /** Removes what is left of runs that ended before a time, some at a call; absent where the engine does so by itself. */
  forget?(before: Date): Promise<readonly string[]>;
  close(): Promise<void>;
}
