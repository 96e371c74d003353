import type { MaintenanceJob, MaintenanceSubject } from '@auto-ops/contracts';

/** Where a maintenance run stands; `submitted` is one that was asked for, whether or not it has begun. */
export type MaintenanceState = 'queued' | 'submitted' | 'done' | 'failed';

/** A maintenance run in the store. */
export interface MaintenanceRecord {
  readonly run: string;
  readonly job: MaintenanceJob;
  readonly state: MaintenanceState;
  readonly subject: MaintenanceSubject | undefined;
  readonly requestedAt: string;
  /** The delivery that asked for it; `schedule`, where that of this gateway did; `cluster`, where it is begun already. */
  readonly requestedBy: string;
  readonly endedAt: string | undefined;
  /** Why it failed. */
  readonly reason: string | undefined;
  /** What it handed in, as a document of its job. */
  readonly result: unknown;
}
