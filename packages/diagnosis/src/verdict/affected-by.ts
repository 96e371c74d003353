import type { Subject } from '@auto-ops/contracts';
import { compareText } from '../order/compare-text.ts';
import type { Candidate } from '../ranking/rank-findings.ts';
import type { Signals } from '../signals/read-signals.ts';
import { keyOf } from '../subjects/key-of.ts';
import { kindOf } from '../subjects/kind-of.ts';
import type { ObjectItem, View } from '../view.ts';
import { stateOf } from './states/state-of.ts';

/** Kinds that a person calls affected; pods and ReplicaSets speak through their workload. */
const shown = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'Job',
  'CronJob',
  'Service',
  'Ingress',
  'HTTPRoute',
  'HorizontalPodAutoscaler',
  'PersistentVolumeClaim',
  'Component',
  'Database',
  'External',
  'Rollout',
]);
/** A cordon leaves alone what already runs on the node. */
const upwardsOnly = ['selects', 'routesTo', 'calls', 'uses', 'mounts', 'owns'] as const;
const limit = 6;
const most = 50;

/** What suffers from a cause, without its subject: upwards to whatever is not well, as far as it is not. */
export function affectedBy(view: View, cause: Candidate, signals: Signals): readonly Subject[] {
  const { graph } = view;
  const failing = new Set([
    ...signals.metrics.map(({ key }) => key),
    ...signals.logs.filter(({ isError }) => isError).map(({ key }) => key),
    ...signals.spans.map(({ key }) => key),
  ]);
  const relations = cause.finding.code === 'node-cordoned' ? upwardsOnly : [...upwardsOnly, 'runsOn' as const];
  const effects = new Set(cause.effects.map(({ subject }) => keyOf(subject)));
  const found = new Map<string, Subject>();
  const seen = new Set([cause.key]);
  let border = [cause.key];
  const enter = [...cause.touches].filter((key) => key !== cause.key);
  for (let step = 0; step < limit && border.length > 0; step += 1) {
    const next: string[] = [];
    const upwards = border.flatMap((key) => [
      ...graph.incoming(key, ...relations).map((edge) => edge.from),
      // A workload's Services select its pods.
      ...graph.outgoing(key, 'owns').map((edge) => edge.to),
    ]);
    for (const key of step === 0 ? [...enter, ...upwards] : upwards) {
      if (seen.has(key)) continue;
      seen.add(key);
      const subject = graph.nodes.get(key)?.subject;
      if (subject === undefined || subject.kind === 'Node') continue;
      if (!suffers(view, key, subject, effects, failing)) continue;
      next.push(key);
      if (shown.has(subject.kind) && key !== cause.key) found.set(key, subject);
    }
    border = next;
  }
  for (const { subject } of cause.effects)
    if (keyOf(subject) !== cause.key && shown.has(subject.kind)) found.set(keyOf(subject), subject);
  return [...found]
    .sort(([left], [right]) => compareText(left, right))
    .map(([, subject]) => subject)
    .slice(0, most);
}

function suffers(
  view: View,
  key: string,
  subject: Subject,
  effects: ReadonlySet<string>,
  failing: ReadonlySet<string>,
): boolean {
  if (effects.has(key) || failing.has(key)) return true;
  const item: ObjectItem | undefined = view.object(
    kindOf(subject.kind, subject.apiVersion),
    subject.namespace,
    subject.name,
  );
  return item !== undefined && stateOf(view, item)?.state === 'unhealthy';
}
