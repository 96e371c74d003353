import type { KubernetesObject } from '@auto-ops/contracts';
import { readPath } from '@auto-ops/policy';

/** How many replicas a workload should have and how many are ready; `isSettled` when all of them run the present template. */
export interface Readiness {
  readonly desired: number;
  readonly ready: number;
  readonly isSettled: boolean;
}

/** The readiness a workload's own status reports; `undefined` for kinds that have none. */
export function readinessOf(object: KubernetesObject): Readiness | undefined {
  const number = (fallback: number, ...path: string[]) => {
    const value = readPath(object, ...path);
    return typeof value === 'number' ? value : fallback;
  };
  const isObserved = number(0, 'status', 'observedGeneration') >= number(0, 'metadata', 'generation');
  switch (object.kind) {
    case 'Deployment':
    case 'StatefulSet': {
      const desired = number(1, 'spec', 'replicas');
      const ready = number(0, 'status', 'readyReplicas');
      const available = number(ready, 'status', 'availableReplicas');
      // A StatefulSet forgets `updatedReplicas` once an update is over.
      const isUpdated =
        number(0, 'status', 'updatedReplicas') >= desired ||
        (object.kind === 'StatefulSet' &&
          readPath(object, 'status', 'currentRevision') === readPath(object, 'status', 'updateRevision'));
      const isWhole = Math.min(ready, available) >= desired && number(desired, 'status', 'replicas') <= desired;
      return { desired, ready, isSettled: isObserved && isUpdated && isWhole };
    }
    case 'DaemonSet': {
      const desired = number(0, 'status', 'desiredNumberScheduled');
      const ready = number(0, 'status', 'numberReady');
      const isUpdated = number(desired, 'status', 'updatedNumberScheduled') >= desired;
      return { desired, ready, isSettled: isObserved && isUpdated && ready >= desired };
    }
    default:
      return undefined;
  }
}
