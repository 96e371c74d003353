import { field } from '../fields/field.ts';
import { labelsField } from '../fields/labels-field.ts';
import { listField } from '../fields/list-field.ts';
import { textField } from '../fields/text-field.ts';
import { compareText } from '../order/compare-text.ts';
import { epochOf } from '../order/epoch-of.ts';
import { isClusterScoped } from '../subjects/is-cluster-scoped.ts';
import { kindOf } from '../subjects/kind-of.ts';
import type { ObjectItem } from '../view.ts';
import type { ObjectIndex } from './object-index.ts';

/** Who owns whom, by ownerReferences. */
export interface Ownership {
  owned(item: ObjectItem): readonly ObjectItem[];
  /** The controlling owner where the evidence holds it. */
  owner(item: ObjectItem): ObjectItem | undefined;
  workload(item: ObjectItem): ObjectItem;
  /** Every pod below, newest first. */
  pods(item: ObjectItem): readonly ObjectItem[];
}

/** A controller above these is an operator's own resource, not the workload a person thinks of. */
const topmost = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob', 'Node']);

/** Reads ownership once; partial objects are matched by kind and name where a uid is missing. */
export function indexOwnership(objects: ObjectIndex): Ownership {
  const owners = new Map<ObjectItem, ObjectItem>();
  const children = new Map<ObjectItem, ObjectItem[]>();
  for (const item of objects.byKey.values()) {
    const references = listField(item.object, 'metadata', 'ownerReferences');
    const holders = references
      .map((reference) => ({
        holder: resolve(item, reference, objects),
        controls: field(reference, 'controller') === true,
      }))
      .filter((entry) => entry.holder !== undefined && entry.holder !== item);
    for (const { holder } of holders) if (holder !== undefined) add(children, holder, item);
    const holder = (holders.find(({ controls }) => controls) ?? holders[0])?.holder ?? lostReplicaSet(item, objects);
    if (holder !== undefined) owners.set(item, holder);
  }

  const above = (item: ObjectItem): ObjectItem | undefined => {
    if (topmost.has(item.object.kind)) return undefined;
    const holder = owners.get(item);
    // A static pod is owned by its Node, which is no workload.
    return holder === undefined || holder.object.kind === 'Node' ? undefined : holder;
  };
  const podsBelow = new Map<ObjectItem, ObjectItem[]>();
  for (const pod of objects.byKind.get('Pod') ?? []) {
    const visited = new Set<ObjectItem>();
    for (let item: ObjectItem | undefined = pod; item !== undefined && !visited.has(item); item = above(item)) {
      visited.add(item);
      add(podsBelow, item, pod);
    }
  }
  for (const pods of podsBelow.values()) if (pods.length > 1) pods.sort(newestFirst);

  return {
    owned: (item) => children.get(item) ?? [],
    owner: (item) => owners.get(item),
    workload(item) {
      const visited = new Set<ObjectItem>([item]);
      let top = item;
      for (let next = above(top); next !== undefined && !visited.has(next); next = above(top)) {
        visited.add(next);
        top = next;
      }
      return top;
    },
    pods: (item) => podsBelow.get(item) ?? [],
  };
}

function resolve(item: ObjectItem, reference: unknown, objects: ObjectIndex): ObjectItem | undefined {
  const uid = textField(reference, 'uid');
  const byUid = uid === undefined ? undefined : objects.byUid.get(uid);
  if (byUid !== undefined) return byUid;
  const kind = textField(reference, 'kind');
  const name = textField(reference, 'name');
  if (kind === undefined || name === undefined) return undefined;
  const namespace = isClusterScoped(kind) ? '' : (item.object.metadata.namespace ?? '');
  const found = objects.byKey.get(`${kindOf(kind, textField(reference, 'apiVersion'))}/${namespace}/${name}`);
  const differs = uid !== undefined && found?.object.metadata.uid !== undefined;
  return differs ? undefined : found;
}

/** A pod whose ReplicaSet was not read still names its Deployment by `<deployment>-<pod-template-hash>`. */
function lostReplicaSet(item: ObjectItem, objects: ObjectIndex): ObjectItem | undefined {
  if (item.object.kind !== 'Pod') return undefined;
  const hash = labelsField(item.object, 'metadata', 'labels')['pod-template-hash'];
  const reference = listField(item.object, 'metadata', 'ownerReferences')[0];
  const name = textField(reference, 'name');
  if (hash === undefined || name === undefined || !name.endsWith(`-${hash}`)) return undefined;
  return objects.byKey.get(`Deployment/${item.object.metadata.namespace ?? ''}/${name.slice(0, -hash.length - 1)}`);
}

function newestFirst(left: ObjectItem, right: ObjectItem): number {
  return created(right) - created(left) || compareText(left.object.metadata.name, right.object.metadata.name);
}

function created({ object }: ObjectItem): number {
  return epochOf(textField(object, 'metadata', 'creationTimestamp')) ?? 0;
}

function add(map: Map<ObjectItem, ObjectItem[]>, holder: ObjectItem, item: ObjectItem): void {
  const list = map.get(holder);
  if (list === undefined) map.set(holder, [item]);
  else if (!list.includes(item)) list.push(item);
}
