import { textField } from '../../fields/text-field.ts';
import type { ObjectItem, View } from '../../view.ts';
import { fieldsAt } from '../fields/fields-at.ts';
import { quantityOf } from '../fields/quantity-of.ts';
import { requestOf } from './request-of.ts';

/** The room of a node for a resource: what pods may have, and what they ask for already. */
export interface NodeRoom {
  readonly node: ObjectItem;
  readonly allocatable: number;
  readonly requested: number;
}

const cache = new WeakMap<View, Map<string, ObjectItem[]>>();

/** The room of every node for a resource; nodes that do not say what is allocatable are left out. */
export function nodeRooms(view: View, resource: string): readonly NodeRoom[] {
  const byNode = podsByNode(view);
  return view.objects('Node').flatMap((node) => {
    const allocatable = quantityOf(fieldsAt(node.object, 'status', 'allocatable')[resource]);
    if (allocatable === undefined) return [];
    const requested = (byNode.get(node.object.metadata.name) ?? []).reduce(
      (sum, pod) => sum + requestOf(pod.object, resource),
      0,
    );
    return [{ node, allocatable, requested }];
  });
}

function podsByNode(view: View): Map<string, ObjectItem[]> {
  const known = cache.get(view);
  if (known !== undefined) return known;
  const byNode = new Map<string, ObjectItem[]>();
  for (const pod of view.objects('Pod')) {
    const name = textField(pod.object, 'spec', 'nodeName');
    const phase = textField(pod.object, 'status', 'phase');
    if (name === undefined || phase === 'Succeeded' || phase === 'Failed') continue;
    const pods = byNode.get(name) ?? [];
    pods.push(pod);
    byNode.set(name, pods);
  }
  cache.set(view, byNode);
  return byNode;
}
