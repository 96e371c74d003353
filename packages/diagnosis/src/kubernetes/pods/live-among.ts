import type { ObjectItem, View } from '../../view.ts';
import { type LivePod, livePods } from './live-pods.ts';

const items = new WeakMap<View, ReadonlyMap<ObjectItem, LivePod>>();

/** The live pods among these objects. */
export function liveAmong(view: View, pods: readonly ObjectItem[]): readonly LivePod[] {
  let byItem = items.get(view);
  if (byItem === undefined) {
    byItem = new Map(livePods(view).map((pod) => [pod.item, pod]));
    items.set(view, byItem);
  }
  return pods.flatMap((item) => byItem.get(item) ?? []);
}
