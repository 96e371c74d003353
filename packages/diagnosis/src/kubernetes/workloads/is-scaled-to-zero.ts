import type { ObjectItem } from '../../view.ts';
import { wantedReplicas } from './wanted-replicas.ts';

/** Whether a workload is meant to have no pods. */
export function isScaledToZero(workload: ObjectItem): boolean {
  return wantedReplicas(workload.object) === 0 && workload.object.kind !== 'DaemonSet';
}
