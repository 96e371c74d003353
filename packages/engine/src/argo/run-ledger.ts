import type { Incident } from '@auto-ops/contracts';
import type { RunRecord } from './run-record.ts';

/** The ConfigMaps of the runs: the incident for the steps, the engine's memory in the annotations. Throws KUBERNETES_*. */
export interface RunLedger {
  /** Writes the ConfigMap of a run; where there is one already, it stays and its record is returned. Throws DOCUMENT_TOO_LARGE. */
  open(incident: Incident, record: RunRecord): Promise<RunRecord>;
  list(): Promise<readonly RunRecord[]>;
  /** Keeps what changed of a record; a ConfigMap that somebody removed is no error. */
  note(run: string, change: Partial<Pick<RunRecord, 'workflow' | 'decided' | 'cancelled' | 'end'>>): Promise<void>;
  remove(run: string): Promise<void>;
}
