import { AutoOpsError } from '@auto-ops/contracts';
import type { GatewayParts } from '../app/gateway-parts.ts';
import type { IncidentRecord } from '../store/incident-record.ts';

/** Ends a run that has nothing to decide yet. Throws RUN_STATE_INVALID where it has ended. */
export async function cancelRun(
  { store, engine }: Pick<GatewayParts, 'store' | 'engine'>,
  record: IncidentRecord,
  person: string,
  reason: string | undefined,
): Promise<void> {
  if (record.state === 'ended') throw new AutoOpsError('RUN_STATE_INVALID', `incident ${record.incident.id} has ended`);
  store.together(() => {
    store.audit.append({
      actor: person,
      kind: 'run-cancelled',
      subject: record.run,
      detail: { reason: reason ?? null },
    });
    // The engine does not know it yet, and must not start it.
    if (record.state === 'queued') store.incidents.move(record.incident.id, 'ended', 'cancelled');
  });
  if (record.state !== 'queued') await engine.cancel(record.run);
}
