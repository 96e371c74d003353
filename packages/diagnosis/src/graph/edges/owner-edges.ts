import { itemKey } from '../../subjects/item-key.ts';
import type { EdgeSource } from '../edge-source.ts';

/** owns: from ownerReferences, where the evidence holds the owner. */
export const ownerEdges: EdgeSource = (view, add) => {
  for (const kind of view.kinds()) {
    for (const item of view.objects(kind)) {
      const from = itemKey(item);
      for (const child of view.owned(item)) add({ from, to: itemKey(child), relation: 'owns', evidence: child.id });
    }
  }
  // A pod whose ReplicaSet was not read still belongs to its workload.
  for (const pod of view.objects('Pod')) {
    const top = view.workload(pod);
    if (top !== pod) add({ from: itemKey(top), to: itemKey(pod), relation: 'owns', evidence: pod.id });
  }
};
