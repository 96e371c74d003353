import { alertFingerprint } from '@auto-ops/connectors';
import type { Alert, Signal } from '@auto-ops/contracts';
import { nodeCryptography } from '@auto-ops/runtime';
import type { IncidentRecord } from '../store/incident-record.ts';
import type { Store } from '../store/open-store.ts';
import type { Admission } from './admission.ts';
import type { BundleLibrary } from './bundle-library.ts';
import { incidentOf } from './incident-of.ts';
import { noteFiring } from './note-firing.ts';
import { placeOf } from './place-of.ts';

/** How long signals about the same place join one incident, in milliseconds. */
const groupingWindow = 10 * 60_000;

function keyed(alerts: readonly Alert[]): Map<string, Alert> {
  return new Map(alerts.map((alert) => [alertFingerprint(alert, nodeCryptography), alert]));
}

function incidentToJoin(store: Store, signal: Signal, alerts: ReadonlyMap<string, Alert>): IncidentRecord | undefined {
  for (const fingerprint of alerts.keys()) {
    const known = store.incidents.openWithAlert(fingerprint);
    if (known !== undefined) return known;
  }
  const since = new Date(Date.parse(signal.receivedAt) - groupingWindow).toISOString();
  const places = signal.alerts.map(placeOf).filter((place) => place !== undefined);
  return places.map((place) => store.incidents.openAt(place, since)).find((incident) => incident !== undefined);
}

/** A repetition of an alert whose incident has ended: nothing was repaired, and that is to be seen. */
function firesAgain(
  store: Store,
  signal: Signal,
  { incident, ending }: IncidentRecord,
  alerts: ReadonlyMap<string, Alert>,
): Admission {
  const reason = 'the same alert of the same moment was handled';
  const isOver = signal.kind === 'alert' && noteFiring(store, incident.id, signal.source, signal.receivedAt);
  if (!isOver) return { state: 'grouped', incident: incident.id, reason };
  store.incidents.putAlerts(incident.id, alerts);
  return { state: 'grouped', incident: incident.id, reason: `${reason} and ended as ${ending}; it still fires` };
}

/** Decides what a signal is: news of a known incident, a new incident, or nothing to do. Call it inside one transaction. */
export function admitSignal(
  store: Store,
  library: BundleLibrary,
  cluster: string | undefined,
  signal: Signal,
): Admission {
  const alerts = keyed(signal.alerts);
  const known = incidentToJoin(store, signal, alerts);
  if (known !== undefined && signal.kind !== 'report') {
    store.incidents.putAlerts(known.incident.id, alerts);
    return { state: 'grouped', incident: known.incident.id, reason: `joins ${known.incident.id}` };
  }
  if (signal.kind === 'resolved') {
    for (const fingerprint of alerts.keys()) store.incidents.forgetFiring(fingerprint);
    return { state: 'filtered', incident: undefined, reason: 'resolved, and no open incident has it' };
  }
  const recorded = library.of(signal.alerts);
  const incident = incidentOf(signal, cluster, recorded);
  const handled = store.incidents.find(incident.id);
  if (handled !== undefined) return firesAgain(store, signal, handled, alerts);
  const place = signal.alerts.map(placeOf).find((candidate) => candidate !== undefined);
  store.incidents.create({ incident, place, bundle: recorded?.folder, alerts });
  store.audit.append({
    actor: signal.source,
    kind: 'incident-opened',
    subject: incident.id,
    detail: { fingerprint: incident.fingerprint },
  });
  return { state: 'started', incident: incident.id, reason: 'new incident' };
}
