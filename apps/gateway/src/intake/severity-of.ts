import type { Alert, Severity } from '@auto-ops/contracts';

const words: Readonly<Record<string, Severity>> = {
  critical: 'critical',
  page: 'critical',
  emergency: 'critical',
  fatal: 'critical',
  p1: 'critical',
  warning: 'warning',
  error: 'warning',
  major: 'warning',
  p2: 'warning',
  info: 'info',
  none: 'info',
  minor: 'info',
  p3: 'info',
};

const order: readonly Severity[] = ['critical', 'warning', 'info'];

/** The worst severity of the firing alerts; `warning` where none says. */
export function severityOf(alerts: readonly Alert[]): Severity {
  const found = alerts
    .filter((alert) => alert.status === 'firing')
    .map((alert) => words[(alert.severity ?? '').toLowerCase()] ?? 'warning');
  return order.find((severity) => found.includes(severity)) ?? 'warning';
}
