import { textField } from '../../fields/text-field.ts';
import type { EventItem, ObjectItem, View } from '../../view.ts';
import { listAt } from '../fields/list-at.ts';
import { type LivePod, livePods } from '../pods/live-pods.ts';

/** A claim that is not bound, with the pods that wait for it. */
export interface PendingClaim {
  readonly item: ObjectItem;
  /** The class it asks for; the empty text for "none", undefined where the default counts. */
  readonly className?: string | undefined;
  readonly storageClass?: ObjectItem | undefined;
  readonly pods: readonly LivePod[];
  readonly failures: readonly EventItem[];
  readonly waitsForConsumer: boolean;
}

const failureReasons = new Set(['ProvisioningFailed', 'FailedBinding', 'VolumeMismatch', 'ProvisioningCleanupFailed']);

/** The claims in Pending, with what the volume controllers say about them. */
export function pendingClaims(view: View): readonly PendingClaim[] {
  return view.objects('PersistentVolumeClaim').flatMap((item) => {
    const { object } = item;
    if (
      textField(object, 'status', 'phase') !== 'Pending' ||
      textField(object, 'metadata', 'deletionTimestamp') !== undefined
    )
      return [];
    const name = object.metadata.name;
    const spec = object.spec as { storageClassName?: unknown } | undefined;
    const className = typeof spec?.storageClassName === 'string' ? spec.storageClassName : undefined;
    const events = view.events(item);
    const storageClass =
      className === undefined || className === '' ? undefined : view.object('StorageClass', undefined, className);
    const pods = livePods(view).filter(
      ({ namespace, item: pod, phase }) =>
        namespace === object.metadata.namespace &&
        phase !== 'Running' &&
        listAt(pod.object, 'spec', 'volumes').some(
          (volume) => textField(volume, 'persistentVolumeClaim', 'claimName') === name,
        ),
    );
    const failures = events.filter(({ reason }) => failureReasons.has(reason));
    const isLate =
      textField(storageClass?.object, 'volumeBindingMode') === 'WaitForFirstConsumer' ||
      events.at(-1)?.reason === 'WaitForFirstConsumer';
    return [{ item, className, storageClass, pods, failures, waitsForConsumer: isLate && failures.length === 0 }];
  });
}
