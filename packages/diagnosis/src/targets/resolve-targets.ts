import type { Subject } from '@auto-ops/contracts';
import { field } from '../fields/field.ts';
import { componentKey } from '../graph/component-key.ts';
import { itemKey } from '../subjects/item-key.ts';
import { keyOf } from '../subjects/key-of.ts';
import type { ObjectItem, View } from '../view.ts';
import { namedInText } from './named-in-text.ts';
import { namespacesIn } from './namespaces-in.ts';
import { targetsOf } from './targets-of.ts';

/** What the signal is about, in terms of the evidence. */
export interface Targets {
  /** Keys of the graph, nearest first; a pod stands beside its workload. */
  readonly keys: readonly string[];
  /** Objects of the evidence behind these keys, each once. */
  readonly items: readonly ObjectItem[];
  /** Namespaces that the signal names; empty where it names none. */
  readonly namespaces: readonly string[];
}

const workloadKinds = ['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob', 'Job', 'Rollout'];
const nameKinds = [...workloadKinds, 'Service'];
/** What controllers append to a workload's name when they name a pod or a job. */
const suffixes = [/-[a-f0-9]{3,10}-[a-z0-9]{5}$/, /-[a-z0-9]{5}$/, /-\d+$/, /-\d{8,10}(-[a-z0-9]{5})?$/];

/** Resolves what the alerts, the question and `given` (nearest first) point at. */
export function resolveTargets(view: View, given: readonly Subject[] = []): Targets {
  const named = targetsOf({ alerts: view.alerts, question: view.question, namespaces: view.scope.namespaces });
  const services = (view.scope.services ?? []).map((name): Subject => ({ kind: 'Component', name }));
  const keys = new Set<string>();
  const items = new Set<ObjectItem>();
  const take = (item: ObjectItem) => {
    items.add(item);
    keys.add(itemKey(item));
    const workload = view.workload(item);
    items.add(workload);
    keys.add(itemKey(workload));
  };
  const resolve = (subject: Subject) => {
    const found = find(view, subject);
    for (const item of found) take(item);
    if (found.length > 0) return;
    keys.add(subject.kind === 'Component' ? componentKey(view, subject.name) : keyOf(subject));
  };
  for (const subject of [...given, ...named]) resolve(subject);
  // A scope is where to look; it is the target only where nothing narrower is named.
  if (keys.size === 0) for (const subject of services) resolve(subject);
  if (items.size === 0) for (const item of namedInText(view)) take(item);
  return { keys: [...keys], items: [...items], namespaces: namespacesOf(view, given, named) };
}

function find(view: View, subject: Subject): readonly ObjectItem[] {
  if (subject.kind !== 'Component') {
    const [kind = ''] = keyOf(subject).split('/');
    const exact = view.object(kind, subject.namespace, subject.name);
    if (exact !== undefined) return [exact];
    if (subject.namespace === undefined) {
      const sameName = view.objects(kind).filter((item) => item.object.metadata.name === subject.name);
      if (sameName.length === 1) return sameName;
    }
    return subject.kind === 'Pod' || subject.kind === 'Job' || subject.kind === 'ReplicaSet'
      ? predecessor(view, subject)
      : [];
  }
  const among = (kind: string) =>
    view
      .objects(kind)
      .filter(
        ({ object }) =>
          object.metadata.name === subject.name &&
          (subject.namespace === undefined || object.metadata.namespace === subject.namespace),
      );
  for (const kind of nameKinds) {
    const found = among(kind);
    if (found.length > 0) return found;
  }
  if (subject.namespace === undefined) return [];
  for (const label of ['app.kubernetes.io/name', 'app', 'app.kubernetes.io/instance', 'app.kubernetes.io/component']) {
    const pods = view.podsMatching(subject.namespace, { [label]: subject.name });
    if (pods.length > 0) return [...new Set(pods.map((pod) => view.workload(pod)))];
  }
  return withContainer(view, subject.namespace, subject.name);
}

/** The pod of an alert is often gone by now: its name still tells the workload. */
function predecessor(view: View, { namespace, name }: Subject): readonly ObjectItem[] {
  for (const suffix of suffixes) {
    const stem = name.replace(suffix, '');
    if (stem === name) continue;
    for (const kind of workloadKinds) {
      const found = view.object(kind, namespace, stem);
      if (found !== undefined) return [found];
    }
  }
  return [];
}

function withContainer(view: View, namespace: string, name: string): readonly ObjectItem[] {
  return workloadKinds
    .flatMap((kind) => view.objects(kind))
    .filter(({ object }) => {
      if (object.metadata.namespace !== namespace) return false;
      const containers = field(object, 'spec', 'template', 'spec', 'containers');
      return Array.isArray(containers) && containers.some((container) => field(container, 'name') === name);
    });
}

function namespacesOf(view: View, given: readonly Subject[], named: readonly Subject[]): readonly string[] {
  const found = new Set<string>();
  for (const { namespace } of [...given, ...named]) if (namespace !== undefined) found.add(namespace);
  for (const { labels } of view.alerts) {
    const namespace = labels.exported_namespace ?? labels.namespace;
    if (namespace !== undefined && namespace !== '') found.add(namespace);
  }
  for (const namespace of namespacesIn(view.question ?? '')) found.add(namespace);
  if (found.size === 0) for (const namespace of view.scope.namespaces ?? []) found.add(namespace);
  return [...found].sort();
}
