import type { ObjectItem } from '@auto-ops/diagnosis';
import { PodTemplate, readPath } from '@auto-ops/policy';

const kinds = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

/** Whether an object is a workload that rolls out a changed template by itself, and the evidence holds that template. */
export function isRolling(item: ObjectItem): boolean {
  return kinds.has(item.object.kind) && PodTemplate.safeParse(readPath(item.object, 'spec', 'template')).success;
}
