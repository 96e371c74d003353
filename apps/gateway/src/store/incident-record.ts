import type { Alert, Incident } from '@auto-ops/contracts';

/** Where an incident stands, as people see it. */
export type IncidentState = 'queued' | 'investigating' | 'waiting' | 'applying' | 'ended';

/** An incident with its state in the store. */
export interface IncidentRecord {
  readonly incident: Incident;
  readonly state: IncidentState;
  /** How it ended; the `ending` of its report. */
  readonly ending: string | undefined;
  readonly attempt: number;
  readonly run: string;
  readonly updatedAt: string;
  /** Folder of the recorded bundle that stands in for the world. */
  readonly bundle: string | undefined;
  readonly alerts: readonly Alert[];
}
