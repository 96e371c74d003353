import type { ObjectItem, View } from '../view.ts';
import { type Fields, fieldsAt, labelsAt, numberAt, textAt } from './fields.ts';
import { topWorkload } from './workload.ts';

/** One revision of a workload's pod template. */
export interface Revision {
  readonly number: number;
  readonly item: ObjectItem;
  readonly template: Fields;
  /** Pods of it that are ready now; undefined where the evidence does not say. */
  readonly ready?: number | undefined;
  readonly wanted?: number | undefined;
  readonly createdAt?: string | undefined;
}

/** The revisions of a Deployment (its ReplicaSets), StatefulSet or DaemonSet (their ControllerRevisions), newest first. */
export function revisionsOf(view: View, workload: ObjectItem): readonly Revision[] {
  return view
    .owned(workload)
    .map(read)
    .filter((revision) => revision !== undefined)
    .map((revision) =>
      revision.item.object.kind === 'ControllerRevision' ? withPods(view, workload, revision) : revision,
    )
    .sort((left, right) => right.number - left.number);
}

/** The revision that a pod belongs to, and the one before it with a different template. */
export function revisionPair(view: View, pod: ObjectItem): { current: Revision; previous: Revision } | undefined {
  const revisions = revisionsOf(view, topWorkload(view, pod));
  const hash = revisionHash(pod.object);
  const index = hash === undefined ? 0 : revisions.findIndex(({ item }) => isOfHash(item, hash));
  const current = revisions[index];
  const previous = revisions[index + 1];
  return current === undefined || previous === undefined ? undefined : { current, previous };
}

/** The container of that name in the template of the revision before the pod's. */
export function previousContainer(
  view: View,
  pod: ObjectItem,
  name: string,
): { revision: number; spec: Fields } | undefined {
  const previous = revisionPair(view, pod)?.previous;
  if (previous === undefined) return undefined;
  const containers = [previous.template.spec].flatMap((spec) => [
    ...listOf(fieldsAt(spec).initContainers),
    ...listOf(fieldsAt(spec).containers),
  ]);
  const spec = containers.find((container) => container.name === name);
  return spec === undefined ? undefined : { revision: previous.number, spec };
}

function read(item: ObjectItem): Revision | undefined {
  const { object } = item;
  const createdAt = textAt(object, 'metadata', 'creationTimestamp');
  if (object.kind === 'ReplicaSet') {
    const number = Number(textAt(object, 'metadata', 'annotations', 'deployment.kubernetes.io/revision') ?? Number.NaN);
    if (!Number.isFinite(number)) return undefined;
    const ready =
      numberAt(object, 'status', 'readyReplicas') ??
      (numberAt(object, 'status', 'replicas') === undefined ? undefined : 0);
    return {
      number,
      item,
      template: fieldsAt(object, 'spec', 'template'),
      ready,
      wanted: numberAt(object, 'spec', 'replicas'),
      createdAt,
    };
  }
  if (object.kind !== 'ControllerRevision') return undefined;
  const number = numberAt(object, 'revision');
  return number === undefined
    ? undefined
    : { number, item, template: fieldsAt(object, 'data', 'spec', 'template'), createdAt };
}

function withPods(view: View, workload: ObjectItem, revision: Revision): Revision {
  const pods = view.pods(workload).filter((pod) => isOfHash(revision.item, revisionHash(pod.object) ?? ''));
  const ready = pods.filter((pod) =>
    listOf(fieldsAt(pod.object, 'status').conditions).some(({ type, status }) => type === 'Ready' && status === 'True'),
  );
  return { ...revision, ready: ready.length, wanted: pods.length };
}

function revisionHash(object: unknown): string | undefined {
  const labels = labelsAt(object, 'metadata', 'labels');
  return labels['pod-template-hash'] ?? labels['controller-revision-hash'];
}

function isOfHash(item: ObjectItem, hash: string): boolean {
  if (hash === '') return false;
  return (
    revisionHash(item.object) === hash ||
    item.object.metadata.name === hash ||
    item.object.metadata.name.endsWith(`-${hash}`)
  );
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value)
    ? value.filter((entry): entry is Fields => typeof entry === 'object' && entry !== null)
    : [];
}
