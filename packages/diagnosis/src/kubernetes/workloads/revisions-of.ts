import { numberField } from '../../fields/number-field.ts';
import { textField } from '../../fields/text-field.ts';
import type { ObjectItem, View } from '../../view.ts';
import type { Fields } from '../fields/fields.ts';
import { fieldsAt } from '../fields/fields-at.ts';
import { listAt } from '../fields/list-at.ts';
import { isOfHash } from './is-of-hash.ts';
import { revisionHash } from './revision-hash.ts';

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

function read(item: ObjectItem): Revision | undefined {
  const { object } = item;
  const createdAt = textField(object, 'metadata', 'creationTimestamp');
  if (object.kind === 'ReplicaSet') {
    const number = Number(
      textField(object, 'metadata', 'annotations', 'deployment.kubernetes.io/revision') ?? Number.NaN,
    );
    if (!Number.isFinite(number)) return undefined;
    const ready =
      numberField(object, 'status', 'readyReplicas') ??
      (numberField(object, 'status', 'replicas') === undefined ? undefined : 0);
    return {
      number,
      item,
      template: fieldsAt(object, 'spec', 'template'),
      ready,
      wanted: numberField(object, 'spec', 'replicas'),
      createdAt,
    };
  }
  if (object.kind !== 'ControllerRevision') return undefined;
  const number = numberField(object, 'revision');
  return number === undefined
    ? undefined
    : { number, item, template: fieldsAt(object, 'data', 'spec', 'template'), createdAt };
}

function withPods(view: View, workload: ObjectItem, revision: Revision): Revision {
  const pods = view.pods(workload).filter((pod) => isOfHash(revision.item, revisionHash(pod.object) ?? ''));
  const ready = pods.filter((pod) =>
    listAt(pod.object, 'status', 'conditions').some(({ type, status }) => type === 'Ready' && status === 'True'),
  );
  return { ...revision, ready: ready.length, wanted: pods.length };
}
