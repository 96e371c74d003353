import type { LivePod } from '../pods/live-pods.ts';

/** Whether a pod has a node and none of its containers began, which is what a volume that does not come looks like. */
export function isWaitingForVolumes(pod: LivePod): boolean {
  if (pod.phase !== 'Pending' && pod.phase !== '') return false;
  return pod.containers.every(
    ({ waiting, status, isRunning, terminated }) =>
      status === undefined ||
      (!isRunning &&
        terminated === undefined &&
        ['ContainerCreating', 'PodInitializing'].includes(waiting?.reason ?? 'ContainerCreating')),
  );
}
