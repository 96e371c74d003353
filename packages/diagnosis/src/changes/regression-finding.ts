import type { Finding } from '@auto-ops/contracts';
import type { Signals } from '../signals/read-signals.ts';
import { subjectOfKey } from '../subjects/subject-of-key.ts';
import type { Targets } from '../targets/resolve-targets.ts';
import type { View } from '../view.ts';
import type { RankedChange } from './rank-changes.ts';

/** What a change must reach to be accused: a way to break something that fits the errors, and a total with a lead over the next. */
const leastHazard = 0.3;
const accusable: readonly { readonly score: number; readonly lead: number }[] = [
  { score: 0.5, lead: 1.15 },
  { score: 0.35, lead: 1.5 },
];
const mostEvidence = 8;

/** The finding that a change of code broke something; undefined where no change explains the evidence better than the others. */
export function regressionFinding(
  view: View,
  signals: Signals,
  targets: Targets,
  ranked: readonly RankedChange[],
): Finding | undefined {
  const commits = ranked.filter(({ change }) => change.kind === 'commit');
  const [first, second] = commits;
  if (first === undefined || (first.hazard < leastHazard && first.named.length === 0)) return undefined;
  const next = second?.score ?? 0;
  if (!accusable.some(({ score, lead }) => first.score >= score && first.score >= next * lead)) return undefined;
  const failing = new Set([
    ...signals.logs.filter(({ isError }) => isError).map(({ key }) => key),
    ...signals.spans.map(({ key }) => key),
    ...signals.metrics.map(({ key }) => key),
  ]);
  const key = first.change.keys.find((entry) => failing.has(entry)) ?? targets.keys.find((entry) => failing.has(entry));
  if (key === undefined) return undefined;
  const subject = view.graph.nodes.get(key)?.subject ?? subjectOfKey(key);
  const evidence = [
    ...signals.logs.filter((log) => log.isError && log.key === key).map(({ id }) => id),
    ...signals.metrics.filter((metric) => metric.key === key).map(({ id }) => id),
    ...signals.spans.filter((span) => span.key === key).map(({ id }) => id),
  ].slice(0, mostEvidence);
  const change = view.evidence('change').find(({ body }) => body?.id === first.change.id);
  const what = first.change.hazards[0]?.text;
  return {
    code: 'change-regression',
    subject,
    severity: 'critical',
    message: `${subject.kind} ${subject.name} fails since "${first.change.title}" (${first.change.id})${what === undefined ? '' : `, which ${what}`}.`,
    evidence: [...evidence, ...(change === undefined ? [] : [change.id])],
    since: new Date(signals.onset).toISOString(),
    facts: { changes: [first.change.id] },
  };
}
