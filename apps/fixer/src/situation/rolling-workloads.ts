import type { ObjectItem, View } from '@auto-ops/diagnosis';
import { isRolling } from './is-rolling.ts';

/** The rolling workloads of a namespace, by kind and name. */
export function rollingWorkloads(view: View, namespace: string | undefined): readonly ObjectItem[] {
  return ['Deployment', 'StatefulSet', 'DaemonSet']
    .flatMap((kind) => view.objects(kind))
    .filter((item) => item.object.metadata.namespace === namespace && isRolling(item));
}
