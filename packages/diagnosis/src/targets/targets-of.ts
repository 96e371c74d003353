import type { Alert, Subject } from '@auto-ops/contracts';
import { compareText } from '../order/compare-text.ts';
import { keyOf } from '../subjects/key-of.ts';
import { subjectOfKey } from '../subjects/subject-of-key.ts';
import { questionTargets } from './question-targets.ts';

/** What was asked: the alerts, a person's words, the object a signal named. */
export interface Asked {
  readonly alerts: readonly Alert[];
  readonly question?: string | undefined;
  readonly namespaces?: readonly string[] | undefined;
  readonly target?: Subject | undefined;
}

/** Label → kind, nearest to the fault first. `job` is the scrape job of Prometheus and says nothing about the target. */
const labelKinds: readonly (readonly [string, string])[] = [
  ['pod', 'Pod'],
  ['pod_name', 'Pod'],
  ['persistentvolumeclaim', 'PersistentVolumeClaim'],
  ['job_name', 'Job'],
  ['cronjob', 'CronJob'],
  ['deployment', 'Deployment'],
  ['statefulset', 'StatefulSet'],
  ['daemonset', 'DaemonSet'],
  ['replicaset', 'ReplicaSet'],
  ['horizontalpodautoscaler', 'HorizontalPodAutoscaler'],
  ['hpa', 'HorizontalPodAutoscaler'],
  ['ingress', 'Ingress'],
  ['resourcequota', 'ResourceQuota'],
  ['networkpolicy', 'NetworkPolicy'],
  ['service', 'Service'],
  ['service_name', 'Service'],
  ['node', 'Node'],
];
const nameLabels = [
  'app',
  'app_kubernetes_io_name',
  'app_kubernetes_io_instance',
  'workload',
  'component',
  'container',
];
const workloadKinds: ReadonlyMap<string, string> = new Map(
  Object.entries({
    deployment: 'Deployment',
    statefulset: 'StatefulSet',
    daemonset: 'DaemonSet',
    job: 'Job',
    cronjob: 'CronJob',
  }),
);
/** The exporter an alert was scraped from, in labels that look like a target's. */
const exporters = /(^|-)(kube-state-metrics|node-exporter|blackbox-exporter|kubelet|prometheus|pushgateway)(-|$)/;

/**
 * The objects a signal points at, nearest first, without looking at evidence. A name whose kind the signal leaves open
 * (`app=cart`) is a `Component`.
 */
export function targetsOf(asked: Asked): readonly Subject[] {
  const found = new Map<string, Subject>();
  const keep = (subject: Subject) => {
    if (!found.has(keyOf(subject))) found.set(keyOf(subject), subject);
  };
  if (asked.target !== undefined) keep(asked.target);
  for (const alert of sorted(asked.alerts)) for (const subject of alertTargets(alert)) keep(subject);
  for (const subject of questionTargets(asked.question ?? '', asked.namespaces ?? [])) keep(subject);
  return [...found.values()];
}

function alertTargets({ labels }: Alert): readonly Subject[] {
  const label = (name: string) => {
    const value = labels[`exported_${name}`] ?? labels[name];
    return value === undefined || value === '' || exporters.test(value) ? undefined : value;
  };
  const namespace = label('namespace') ?? label('kubernetes_namespace') ?? '';
  const subjects: Subject[] = [];
  for (const [name, kind] of labelKinds) {
    const value = label(name);
    if (value === undefined) continue;
    // Beside a narrower target, `service` is the Service that Prometheus scraped.
    if (kind === 'Service' && subjects.some((subject) => subject.kind !== 'Node')) continue;
    if (kind === 'Service' && namespace === '') subjects.push({ kind: 'Component', name: value });
    else subjects.push(subjectOfKey(`${kind}/${kind === 'Node' ? '' : namespace}/${value}`));
  }
  const workload = label('workload');
  const workloadKind = workloadKinds.get((label('workload_type') ?? '').toLowerCase());
  if (workload !== undefined && workloadKind !== undefined)
    subjects.push(subjectOfKey(`${workloadKind}/${namespace}/${workload}`));
  for (const name of nameLabels) {
    const value = label(name);
    if (value === undefined || subjects.some((subject) => subject.name === value)) continue;
    subjects.push({ kind: 'Component', ...(namespace === '' ? {} : { namespace }), name: value });
  }
  return subjects;
}

/** Firing before resolved, earliest first: the first alert of a group is nearest to the cause. */
function sorted(alerts: readonly Alert[]): readonly Alert[] {
  return alerts.toSorted(
    (left, right) =>
      compareText(left.status, right.status) ||
      compareText(left.startsAt ?? '', right.startsAt ?? '') ||
      compareText(left.name, right.name) ||
      compareText(JSON.stringify(left.labels), JSON.stringify(right.labels)),
  );
}
