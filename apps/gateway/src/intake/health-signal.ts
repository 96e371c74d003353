import { alertFingerprint } from '@auto-ops/connectors';
import { type Alert, canonicalJson, type HealthCheck, Signal } from '@auto-ops/contracts';
import { nodeCryptography } from '@auto-ops/runtime';

/**
 * The signal of a health check that fails or has recovered. It is one alert, recognised by the check's name, with `since` as its
 * beginning, so that the same failure reported again is the same delivery. `at` is when it was seen, RFC 3339.
 */
export function healthSignal(check: HealthCheck, since: string, at: string): Signal {
  const status = check.ok ? 'resolved' : 'firing';
  const labels = {
    alertname: 'HealthCheckFailed',
    check: check.name,
    ...(check.namespace === undefined ? {} : { namespace: check.namespace }),
  };
  const alert: Alert = {
    source: 'health-check',
    name: 'HealthCheckFailed',
    status,
    // A certificate that ends soon can wait for the morning; what does not answer cannot.
    severity: check.kind === 'tls' ? 'warning' : 'critical',
    startsAt: since,
    ...(check.ok ? { endsAt: at } : {}),
    summary: `The ${check.kind} check ${check.name} of ${check.target} ${check.ok ? 'succeeds again' : 'fails'}.`,
    ...(check.detail === undefined ? {} : { description: check.detail }),
    labels,
    annotations: { target: check.target, kind: check.kind },
  };
  const identity = { source: 'health-check', check: check.name, since, status };
  return Signal.parse({
    schemaVersion: 1,
    id: nodeCryptography.sha256(canonicalJson(identity)),
    source: 'health-check',
    receivedAt: at,
    kind: check.ok ? 'resolved' : 'alert',
    fingerprint: nodeCryptography.sha256(canonicalJson([alertFingerprint(alert, nodeCryptography)])),
    alerts: [alert],
    ...(check.namespace === undefined ? {} : { scope: { namespaces: [check.namespace] } }),
  });
}
