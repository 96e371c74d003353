import type { EventItem, ObjectItem, View } from '../view.ts';
import { listAt, textAt } from './fields.ts';
import { type LivePod, livePods } from './live-pods.ts';

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
      textAt(object, 'status', 'phase') !== 'Pending' ||
      textAt(object, 'metadata', 'deletionTimestamp') !== undefined
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
          (volume) => textAt(volume, 'persistentVolumeClaim', 'claimName') === name,
        ),
    );
    const failures = events.filter(({ reason }) => failureReasons.has(reason));
    const isLate =
      textAt(storageClass?.object, 'volumeBindingMode') === 'WaitForFirstConsumer' ||
      events.at(-1)?.reason === 'WaitForFirstConsumer';
    return [{ item, className, storageClass, pods, failures, waitsForConsumer: isLate && failures.length === 0 }];
  });
}

/** Whether the class that a claim asks for is shown not to exist. */
export function isClassMissing(view: View, { className, storageClass, failures }: PendingClaim): boolean {
  if (className === undefined || className === '' || storageClass !== undefined) return false;
  // Volumes made by hand share a class name with their claims that no StorageClass stands for.
  if (view.objects('PersistentVolume').some(({ object }) => textAt(object, 'spec', 'storageClassName') === className))
    return false;
  return (
    failures.some(({ message }) => /storageclass\.storage\.k8s\.io "[^"]+" not found/.test(message)) ||
    view.covers('StorageClass')
  );
}
