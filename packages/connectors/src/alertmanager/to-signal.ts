import { type Alert, type Cryptography, canonicalJson, type Signal } from '@auto-ops/contracts';
import { alertFingerprint } from '../alert-fingerprint.ts';
import type { Delivery } from '../delivery.ts';
import type { AlertmanagerNotification } from './schema.ts';

type NotifiedAlert = AlertmanagerNotification['alerts'][number];

function linksOf(alert: NotifiedAlert): Record<string, string> {
  const runbook = alert.annotations.runbook_url;
  return {
    ...(alert.generatorURL ? { generator: alert.generatorURL } : {}),
    ...(runbook ? { runbook } : {}),
  };
}

function normalised(alert: NotifiedAlert): Alert {
  const { summary, description } = alert.annotations;
  return {
    source: 'alertmanager',
    name: alert.labels.alertname ?? 'unnamed',
    status: alert.status,
    ...(alert.labels.severity ? { severity: alert.labels.severity } : {}),
    ...(alert.startsAt ? { startsAt: alert.startsAt } : {}),
    ...(alert.status === 'resolved' && alert.endsAt ? { endsAt: alert.endsAt } : {}),
    ...(summary ? { summary } : {}),
    ...(description ? { description } : {}),
    labels: alert.labels,
    annotations: alert.annotations,
    links: linksOf(alert),
  };
}

/** One notification becomes one signal: Alertmanager has grouped its alerts already. */
export function toSignal(body: AlertmanagerNotification, delivery: Delivery, cryptography: Cryptography): Signal {
  const alerts = body.alerts.map(normalised);
  const members = alerts.map((alert) => alertFingerprint(alert, cryptography)).sort();
  const namespaces = [
    ...new Set(alerts.map((alert) => alert.labels.namespace).filter((name) => name !== undefined)),
  ].sort();
  return {
    schemaVersion: 1,
    id: delivery.id,
    source: 'alertmanager',
    receivedAt: delivery.receivedAt,
    kind: alerts.every((alert) => alert.status === 'resolved') ? 'resolved' : 'alert',
    fingerprint: cryptography.sha256(canonicalJson(members)),
    alerts,
    ...(namespaces.length > 0 ? { scope: { namespaces } } : {}),
  };
}
