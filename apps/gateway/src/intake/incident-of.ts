import { alertFingerprint } from '@auto-ops/connectors';
import { canonicalJson, Incident, type Signal } from '@auto-ops/contracts';
import { nodeCryptography } from '@auto-ops/runtime';
import type { RecordedBundle } from './bundle-library.ts';
import { severityOf } from './severity-of.ts';
import { titleOf } from './title-of.ts';

const hour = 3_600_000;
const mostAlerts = 200;

/** The facts that make a signal this very incident: the alert and when it began, or the delivery of a person's report. */
function identityOf(signal: Signal): unknown {
  const firing = signal.alerts
    .filter((alert) => alert.status === 'firing')
    .map((alert) => ({ alert: alertFingerprint(alert, nodeCryptography), startsAt: alert.startsAt ?? null }))
    .sort((one, other) => (one.alert < other.alert ? -1 : 1));
  return firing[0] ?? { delivery: signal.id };
}

/** As many alerts as an investigation can use, firing ones first; all of them are in the store. */
function mostTelling(alerts: Signal['alerts']): Signal['alerts'] {
  if (alerts.length <= mostAlerts) return alerts;
  const firing = alerts.filter((alert) => alert.status === 'firing');
  return [...firing, ...alerts.filter((alert) => alert.status === 'resolved')].slice(0, mostAlerts);
}

/** Makes the incident of a signal; the same signal always makes the same id. */
export function incidentOf(
  signal: Signal,
  cluster: string | undefined,
  recorded: RecordedBundle | undefined,
): Incident {
  const began = signal.alerts.map((alert) => Date.parse(alert.startsAt ?? signal.receivedAt));
  const from = Math.min(Date.parse(signal.receivedAt), ...began) - hour;
  return Incident.parse({
    schemaVersion: 1,
    id: nodeCryptography.sha256(canonicalJson({ cluster: cluster ?? null, identity: identityOf(signal) })).slice(0, 10),
    title: titleOf(signal),
    severity: severityOf(signal.alerts),
    createdAt: signal.receivedAt,
    fingerprint: signal.fingerprint,
    mode: recorded === undefined ? 'live' : 'replay',
    cluster: recorded?.manifest.cluster ?? cluster,
    alerts: mostTelling(signal.alerts),
    question: signal.question,
    scope: signal.scope,
    target: signal.target,
    window: recorded?.manifest.window ?? { from: new Date(from).toISOString(), to: signal.receivedAt },
    requester: signal.requester,
  });
}
