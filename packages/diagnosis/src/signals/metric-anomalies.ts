import { componentKey } from '../graph/component-key.ts';
import { compareText } from '../order/compare-text.ts';
import { epochOf } from '../order/epoch-of.ts';
import { keyOf } from '../subjects/key-of.ts';
import type { View } from '../view.ts';
import { shiftOf } from './shift-of.ts';

/** A metric that left its usual band and stayed out. */
export interface MetricAnomaly {
  /** Evidence id. */
  readonly id: string;
  readonly name: string;
  /** Key of the graph that the metric is about; empty where it does not say. */
  readonly key: string;
  /** Milliseconds since 1970 of the first point outside. */
  readonly onset: number;
  readonly direction: 'up' | 'down';
  /** Median before and after. */
  readonly before: number;
  readonly after: number;
  /** Distance from the band in widths of the band; comparable between metrics. */
  readonly strength: number;
}

const subjectLabels = ['service', 'app', 'deployment', 'job', 'component'];

/** Anomalies of every metric of the evidence, earliest first. */
export function metricAnomalies(view: View): readonly MetricAnomaly[] {
  const alertTimes = view.alerts.flatMap((alert) => epochOf(alert.startsAt) ?? []);
  const reference = alertTimes.length === 0 ? undefined : Math.min(...alertTimes);
  const anomalies: MetricAnomaly[] = [];
  for (const { id, subject, body } of view.evidence('metric')) {
    if (body === undefined) continue;
    const shift = shiftOf(body.points, reference === undefined ? undefined : reference / 1000);
    if (shift === undefined) continue;
    const label = subjectLabels.map((name) => body.labels[name]).find((value) => value !== undefined);
    const key =
      subject === undefined
        ? label === undefined
          ? ''
          : componentKey(view, label)
        : subject.kind === 'Component'
          ? componentKey(view, subject.name)
          : keyOf(subject);
    anomalies.push({ ...shift, id, name: body.name, key, onset: shift.onset * 1000 });
  }
  return anomalies.sort((left, right) => left.onset - right.onset || compareText(left.id, right.id));
}
