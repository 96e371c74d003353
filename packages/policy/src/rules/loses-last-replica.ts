import type { LiveObject } from '../action-definition.ts';
import { readPath } from '../object/read-path.ts';

/**
 * Whether replacing pods may stop the one replica that serves. Nothing is lost where none is ready, nor where a rolling update
 * starts the new pod before it stops the old one (with one replica the default of a quarter rounds down to zero).
 */
export function losesLastReplica(object: LiveObject | undefined): boolean {
  if (readPath(object, 'status', 'readyReplicas') !== 1) return false;
  if (object?.kind !== 'Deployment') return true;
  if (readPath(object, 'spec', 'strategy', 'type') === 'Recreate') return true;
  const unavailable = readPath(object, 'spec', 'strategy', 'rollingUpdate', 'maxUnavailable') ?? '25%';
  const replicas = Number(readPath(object, 'spec', 'replicas') ?? 1);
  const allowed =
    typeof unavailable === 'string'
      ? Math.floor((Number.parseInt(unavailable, 10) * replicas) / 100)
      : Number(unavailable);
  return allowed >= replicas;
}
