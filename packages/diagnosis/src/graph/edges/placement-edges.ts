import { textField } from '../../fields/text-field.ts';
import { itemKey } from '../../subjects/item-key.ts';
import type { EdgeSource } from '../edge-source.ts';

/** runsOn: pods to the node they are bound to. */
export const placementEdges: EdgeSource = (view, add) => {
  for (const pod of view.objects('Pod')) {
    const node = textField(pod.object, 'spec', 'nodeName');
    if (node !== undefined) add({ from: itemKey(pod), to: `Node//${node}`, relation: 'runsOn', evidence: pod.id });
  }
};
