import { AutoOpsError } from '@auto-ops/contracts';
import type { Identity } from '../control/identity.ts';
import type { IncidentRecord } from '../store/incident-record.ts';
import type { Store } from '../store/open-store.ts';
import { maySee } from './may-see.ts';

/** The incident of a request; one that the person may not see is unknown to them. */
export function visibleIncident(store: Store, person: Identity, id: string): IncidentRecord {
  const record = store.incidents.get(id);
  if (!maySee(person, record)) throw new AutoOpsError('INCIDENT_UNKNOWN', `there is no incident ${id}`);
  return record;
}
