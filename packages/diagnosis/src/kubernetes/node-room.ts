import type { ObjectItem, View } from '../view.ts';
import { containersOf } from './container-state.ts';
import { fieldsAt, textAt } from './fields.ts';
import { quantityOf } from './quantity.ts';

/** What a pod asks for of a resource: the sum of its containers, or its largest init container, plus overhead. */
export function requestOf(pod: object, resource: string): number {
  const containers = containersOf(pod);
  const amount = (spec: unknown) =>
    quantityOf(fieldsAt(spec, 'resources', 'requests')[resource]) ??
    quantityOf(fieldsAt(spec, 'resources', 'limits')[resource]) ??
    0;
  const sum = (role: string) =>
    containers.filter((container) => container.role === role).reduce((total, { spec }) => total + amount(spec), 0);
  const sidecars = sum('sidecar');
  const initial = Math.max(0, ...containers.filter(({ role }) => role === 'init').map(({ spec }) => amount(spec)));
  const overhead = quantityOf(fieldsAt(pod, 'spec', 'overhead')[resource]) ?? 0;
  return Math.max(sum('main') + sidecars, initial + sidecars) + overhead;
}

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
    const name = textAt(pod.object, 'spec', 'nodeName');
    const phase = textAt(pod.object, 'status', 'phase');
    if (name === undefined || phase === 'Succeeded' || phase === 'Failed') continue;
    const pods = byNode.get(name) ?? [];
    pods.push(pod);
    byNode.set(name, pods);
  }
  cache.set(view, byNode);
  return byNode;
}
