import type { Alert, Incident } from '@auto-ops/contracts';

/** Where an incident stands, as people see it. */
export type IncidentState = 'queued' | 'investigating' | 'waiting' | 'applying' | 'ended';

/** Why a run cannot start: the code, message and hint of the last try, and when that was first so. */
export interface Hindrance {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly since: string;
}

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
  /** When the alert of an ended incident was told of last since it has ended, RFC 3339. */
  readonly firedAgainAt: string | undefined;
  /** How often it has run again by itself. */
  readonly ownRetries: number;
  /** Why its run cannot start. */
  readonly hindrance: Hindrance | undefined;
}
