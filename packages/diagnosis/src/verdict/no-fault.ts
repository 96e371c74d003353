import type { Alert } from '@auto-ops/contracts';
import { connected } from '../ranking/connected.ts';
import type { Candidate } from '../ranking/rank-findings.ts';
import type { Signals } from '../signals/read-signals.ts';
import { itemKey } from '../subjects/item-key.ts';
import { subjectOf } from '../subjects/subject-of.ts';
import { isTestAlert } from '../targets/is-test-alert.ts';
import type { Targets } from '../targets/resolve-targets.ts';
import type { ObjectItem, View } from '../view.ts';
import { failsInLog } from './fails-in-log.ts';
import type { State } from './states/state.ts';
import { stateOf } from './states/state-of.ts';

/** Why nothing is wrong. */
export interface NoFault {
  readonly reason: string;
  readonly evidence: readonly string[];
}

const workloadKinds = ['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob', 'Job', 'Pod'];
const withPods = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'Job',
  'CronJob',
  'Service',
  'Ingress',
]);
/** What the state of objects cannot answer: requests fail or are slow while every pod is ready. */
const aboutTraffic =
  /latency|slow|error ?rate|errorrate|5xx|4xx|slo|burn|duration|timeout|throttl|saturat|traffic|request|response|p9\d|cpu|lag\b/i;

/** The proof that nothing is wrong with what the alert is about; undefined where there is none. */
export function noFault(
  view: View,
  targets: Targets,
  candidates: readonly Candidate[],
  signals: Signals,
): NoFault | undefined {
  const incidents = view.alerts.filter((alert) => !isTestAlert(alert));
  if (view.alerts.length > 0 && incidents.length === 0) {
    const names = [...new Set(view.alerts.map(({ name }) => name))].sort().join(', ');
    return { reason: `${names} is no incident: it is a test or tells that alerting works`, evidence: [] };
  }
  if (candidates.some(({ nearness }) => nearness >= connected)) return undefined;
  const about = subjectsOf(view, targets);
  const states = about.flatMap((item) => stateOf(view, item) ?? []);
  if (states.some(({ state }) => state === 'unhealthy')) return undefined;
  if (incidents.length > 0 && incidents.every(({ status }) => status === 'resolved')) {
    const names = [...new Set(incidents.map(({ name }) => name))].sort().join(', ');
    const shown = states[0];
    return {
      reason: `${names} is resolved${shown === undefined ? '' : ` and ${shown.reason}`}`,
      evidence: shown?.evidence ?? [],
    };
  }
  if (states.length === 0 || states.length < about.length) return undefined;
  if (states.some(({ state }) => state === 'unclear')) return undefined;
  if (!about.every((item) => isCovered(view, item))) return undefined;
  if (!isQuiet(view, about, signals, incidents)) return undefined;
  return { reason: sentence(states), evidence: [...new Set(states.flatMap(({ evidence }) => evidence))] };
}

/** The named targets; else every workload of the namespaces asked about, or of the whole evidence. */
function subjectsOf(view: View, targets: Targets): readonly ObjectItem[] {
  if (targets.items.length > 0) {
    // A pod says less than its workload: a crashed pod that was replaced is history.
    return [...new Set(targets.items.map((item) => view.workload(item)))];
  }
  if (targets.keys.length > 0) return [];
  return workloadKinds.flatMap((kind) =>
    view.objects(kind).filter((item) => {
      const { namespace } = item.object.metadata;
      if (targets.namespaces.length > 0 && !targets.namespaces.includes(namespace ?? '')) return false;
      return view.workload(item) === item;
    }),
  );
}

function isCovered(view: View, { object }: ObjectItem): boolean {
  const { kind } = object;
  const { namespace } = object.metadata;
  return view.covers(kind, namespace) && (!withPods.has(kind) || view.covers('Pod', namespace));
}

/** No failing signal of the targets; an alert about traffic needs logs or metrics that were looked at. */
function isQuiet(view: View, about: readonly ObjectItem[], signals: Signals, alerts: readonly Alert[]): boolean {
  const keys = new Set(about.map(itemKey));
  if (signals.metrics.some(({ key }) => key === '' || keys.has(key))) return false;
  if (about.some((item) => failsInLog(view, item))) return false;
  if (signals.spans.some(({ key }) => keys.has(key))) return false;
  if (view.evidence('probe').some(({ body }) => body?.ok === false)) return false;
  if (!alerts.some((alert) => aboutTraffic.test(`${alert.name} ${alert.summary ?? ''} ${alert.labels.metric ?? ''}`)))
    return true;
  return (
    about.some((item) => view.pods(item).some((pod) => view.logs(subjectOf(pod.object)).length > 0)) ||
    view.evidence('metric').length > 0
  );
}

function sentence(states: readonly State[]): string {
  for (const state of ['intended', 'recovered'] as const) {
    const found = states.find((entry) => entry.state === state);
    if (found !== undefined) return found.reason;
  }
  const first = states[0]?.reason ?? '';
  return states.length === 1
    ? first
    : `${first}, and ${states.length - 1} more ${states.length === 2 ? 'object is' : 'objects are'} healthy as well`;
}
