import type { ObjectItem, View } from '../../view.ts';

/** The topmost controller that the evidence holds; a static pod stays itself, its node is no controller. */
export function topWorkload(view: View, item: ObjectItem): ObjectItem {
  const top = view.workload(item);
  return top.object.kind === 'Node' ? item : top;
}
