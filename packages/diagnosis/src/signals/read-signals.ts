import type { Finding } from '@auto-ops/contracts';
import { epochOf } from '../order/epoch-of.ts';
import type { View } from '../view.ts';
import { type LogAnomaly, logAnomalies } from './log-anomalies.ts';
import { type MetricAnomaly, metricAnomalies } from './metric-anomalies.ts';
import { type SpanError, spanErrors } from './span-errors.ts';

/** What changed over time, and since when. */
export interface Signals {
  readonly metrics: readonly MetricAnomaly[];
  readonly logs: readonly LogAnomaly[];
  readonly spans: readonly SpanError[];
  /** Milliseconds since 1970 at which the trouble began, as well as the evidence tells. */
  readonly onset: number;
}

/** Anomalies this long before the alert belong to another story. */
const longestLead = 3 * 3_600_000;

/** Reads anomalies and the onset: the earliest failure seen before the alert, the alert, or now. */
export function readSignals(view: View, findings: readonly Finding[]): Signals {
  const metrics = metricAnomalies(view);
  const logs = logAnomalies(view);
  const spans = spanErrors(view);
  const now = epochOf(view.now) ?? 0;
  const alert = Math.min(now, ...view.alerts.flatMap((entry) => epochOf(entry.startsAt) ?? []));
  const times = [
    ...metrics.map(({ onset }) => onset),
    ...logs.filter(({ isTrouble }) => isTrouble).flatMap(({ first }) => first ?? []),
    ...findings.flatMap(({ since }) => epochOf(since) ?? []),
  ].filter((time) => time <= alert && time >= alert - longestLead);
  return { metrics, logs, spans, onset: times.length === 0 ? alert : Math.min(...times) };
}
