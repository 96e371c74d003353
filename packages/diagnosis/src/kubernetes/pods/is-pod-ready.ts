import type { ObjectItem } from '../../view.ts';
import { conditionOf } from '../fields/condition-of.ts';

/** Whether a pod's condition Ready is true. */
export function isPodReady(pod: ObjectItem): boolean {
  return conditionOf(pod.object, 'Ready')?.status === 'True';
}
