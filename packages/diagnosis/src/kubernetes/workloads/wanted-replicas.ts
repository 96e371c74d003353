import { numberField } from '../../fields/number-field.ts';
import { textField } from '../../fields/text-field.ts';

/** How many pods a workload should have; 1 where it does not say, undefined for kinds that have no such number. */
export function wantedReplicas(object: unknown): number | undefined {
  switch (textField(object, 'kind')) {
    case 'Deployment':
    case 'StatefulSet':
    case 'ReplicaSet':
    case 'ReplicationController':
      return numberField(object, 'spec', 'replicas') ?? 1;
    case 'DaemonSet':
      return numberField(object, 'status', 'desiredNumberScheduled');
    default:
      return undefined;
  }
}
