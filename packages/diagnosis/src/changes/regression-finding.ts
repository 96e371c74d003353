import type { Finding } from '@auto-ops/contracts';
import type { MetricAnomaly } from '../signals/metric-anomalies.ts';
import type { Signals } from '../signals/read-signals.ts';
import { subjectOfKey } from '../subjects/subject-of-key.ts';
import type { Targets } from '../targets/resolve-targets.ts';
import type { View } from '../view.ts';
import type { RankedChange } from './rank-changes.ts';

/** What a change must reach to be accused: a way to break something that fits the errors, and a total with a lead over the next. */
const leastScore = 0.35;
const leastHazard = 0.3;
/** The errors name something that the change touches; by itself that is no way to break anything. */
const leastHazardNamed = 0.15;
/** On what fails or one step from it. */
const leastProximity = 0.8;
const accusable: readonly { readonly score: number; readonly lead: number }[] = [
  { score: 0.5, lead: 1.15 },
  { score: 0.35, lead: 1.5 },
];
const mostEvidence = 8;
const requestRate = /requests?_(per_sec(ond)?|rate|total)|(^|_)(rps|qps|throughput)$|incoming_/i;

/**
 * The finding that a change of code broke something; undefined where no change can have. It accuses a change where one
 * explains the evidence clearly better than the others, and nobody where two come close.
 */
export function regressionFinding(
  view: View,
  signals: Signals,
  targets: Targets,
  ranked: readonly RankedChange[],
): Finding | undefined {
  const [first, second] = ranked.filter(({ change }) => change.kind === 'commit');
  if (first === undefined || first.score < leastScore || first.proximity < leastProximity) return undefined;
  if (first.hazard < (first.named.length > 0 ? leastHazardNamed : leastHazard)) return undefined;
  const failing = new Set([
    ...signals.logs.filter(({ isError }) => isError).map(({ key }) => key),
    ...signals.spans.map(({ key }) => key),
    ...signals.metrics.map(({ key }) => key),
  ]);
  const key = first.change.keys.find((entry) => failing.has(entry)) ?? targets.keys.find((entry) => failing.has(entry));
  if (key === undefined) return undefined;
  const next = second?.score ?? 0;
  const isClear = accusable.some(({ score, lead }) => first.score >= score && first.score >= next * lead);
  const isFlooded = signals.metrics.some((metric) => metric.key === key && isFlood(metric)) && first.named.length === 0;
  const subject = view.graph.nodes.get(key)?.subject ?? subjectOfKey(key);
  const evidence = [
    ...signals.logs.filter((log) => log.isError && log.key === key).map(({ id }) => id),
    ...signals.metrics.filter((metric) => metric.key === key).map(({ id }) => id),
    ...signals.spans.filter((span) => span.key === key).map(({ id }) => id),
  ].slice(0, mostEvidence);
  const accused = isClear && !isFlooded ? [first] : [];
  const named = accused.length > 0 || second === undefined ? [first] : [first, second];
  const what = first.change.hazards[0]?.text;
  const titles = named.map(({ change }) => `"${change.title}" (${change.id})`).join(' and ');
  const message =
    accused.length > 0
      ? `${subject.kind} ${subject.name} fails since ${titles}${what === undefined ? '' : `, which ${what}`}.`
      : `${subject.kind} ${subject.name} fails, and ${titles} could have to do with it; the evidence does not decide.`;
  const changes = new Set(named.map(({ change }) => change.id));
  const cited = view.evidence('change').filter(({ body }) => body !== undefined && changes.has(body.id));
  return {
    code: 'change-regression',
    subject,
    // Without an accused change it is a direction to look into, not a cause.
    severity: accused.length > 0 ? 'critical' : 'info',
    message,
    evidence: [...evidence, ...cited.map(({ id }) => id)],
    since: new Date(signals.onset).toISOString(),
    facts: { changes: accused.map(({ change }) => change.id) },
  };
}

/** More requests than before, as large a share as the trouble itself: then the load changed, not the code. */
function isFlood({ name, direction, before, after }: MetricAnomaly): boolean {
  return direction === 'up' && requestRate.test(name) && after >= before * 1.5;
}
