import { alertFingerprint } from '@auto-ops/connectors';
import { nodeCryptography } from '@auto-ops/runtime';
import type { GatewayParts } from '../app/gateway-parts.ts';
import { placeOf } from '../intake/place-of.ts';

const runPrefix = 'incident-';

/**
 * Takes a run in that somebody made by hand: a step of it asks, and the ConfigMap of that very run holds a valid incident of the same
 * id. What the store knows already, it does not change.
 */
export async function adoptRun({ store, engine, cluster, logger }: GatewayParts, run: string): Promise<void> {
  if (cluster === undefined || !run.startsWith(runPrefix) || store.incidents.ofRun(run) !== undefined) return;
  const id = run.slice(runPrefix.length);
  if (store.incidents.find(id) !== undefined) return;
  const incident = await cluster.incidentOf(run);
  if (incident?.id !== id || incident.mode !== 'live') return;
  // The engine finds its Workflow there already, and looks after it from now on; told again, it does nothing.
  await engine.start(incident, { name: run });
  store.together(() => {
    if (store.incidents.find(id) !== undefined) return;
    const alerts = new Map(incident.alerts.map((alert) => [alertFingerprint(alert, nodeCryptography), alert]));
    const place = incident.alerts.map(placeOf).find((candidate) => candidate !== undefined);
    store.incidents.create({ incident, place, bundle: undefined, alerts });
    store.incidents.move(id, 'investigating');
    store.audit.append({ actor: 'cluster', kind: 'incident-adopted', subject: id, detail: { run } });
    logger.info({ incident: id, run }, 'a run that was made by hand is adopted');
  });
}
