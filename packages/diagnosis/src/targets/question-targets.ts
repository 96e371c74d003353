import type { Subject } from '@auto-ops/contracts';
import { isClusterScoped } from '../subjects/is-cluster-scoped.ts';
import { subjectOfKey } from '../subjects/subject-of-key.ts';
import { namespacesIn } from './namespaces-in.ts';

const kinds: ReadonlyMap<string, string> = new Map(
  Object.entries({
    pod: 'Pod',
    pods: 'Pod',
    po: 'Pod',
    deployment: 'Deployment',
    deployments: 'Deployment',
    deploy: 'Deployment',
    statefulset: 'StatefulSet',
    statefulsets: 'StatefulSet',
    sts: 'StatefulSet',
    daemonset: 'DaemonSet',
    daemonsets: 'DaemonSet',
    ds: 'DaemonSet',
    job: 'Job',
    jobs: 'Job',
    cronjob: 'CronJob',
    cronjobs: 'CronJob',
    cj: 'CronJob',
    service: 'Service',
    services: 'Service',
    svc: 'Service',
    ingress: 'Ingress',
    ingresses: 'Ingress',
    ing: 'Ingress',
    node: 'Node',
    nodes: 'Node',
    no: 'Node',
    persistentvolumeclaim: 'PersistentVolumeClaim',
    pvc: 'PersistentVolumeClaim',
    claim: 'PersistentVolumeClaim',
    horizontalpodautoscaler: 'HorizontalPodAutoscaler',
    hpa: 'HorizontalPodAutoscaler',
    networkpolicy: 'NetworkPolicy',
    netpol: 'NetworkPolicy',
  }),
);
const name = '[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?';
const path = new RegExp(`\\b([a-z]+)/(${name})(?:/(${name}))?`, 'gi');

/** Objects that a person's words name as `kind/name` or `kind/namespace/name`; the namespace may be said beside it. */
export function questionTargets(question: string, namespaces: readonly string[]): readonly Subject[] {
  const said = namespacesIn(question)[0] ?? (namespaces.length === 1 ? namespaces[0] : undefined) ?? '';
  const subjects: Subject[] = [];
  for (const [, word = '', first = '', second] of question.matchAll(path)) {
    const kind = kinds.get(word.toLowerCase());
    if (kind === undefined) continue;
    const namespace = isClusterScoped(kind) ? '' : second === undefined ? said : first;
    subjects.push(subjectOfKey(`${kind}/${namespace}/${(second ?? first).toLowerCase()}`));
  }
  return subjects;
}
