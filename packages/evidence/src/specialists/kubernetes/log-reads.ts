import type { PodShape } from './pod-shape.ts';
import type { RankedPod } from './rank-pods.ts';

/** One log to read. */
export interface LogRead {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
  readonly previous: boolean;
  readonly node?: string | undefined;
}

type Status = NonNullable<NonNullable<PodShape['status']>['containerStatuses']>[number];

/** The logs a pod has to offer: present ones of containers that ran, previous ones of those that were restarted. */
export function logReads({ pod }: RankedPod): LogRead[] {
  const { containerStatuses = [], initContainerStatuses = [] } = pod.status ?? {};
  const failedInit = initContainerStatuses.filter(({ state }) => (state?.terminated?.exitCode ?? 1) !== 0);
  return [...failedInit, ...containerStatuses].flatMap((status) => readsOf(pod, status));
}

function readsOf(pod: PodShape, { name, state, lastState, restartCount = 0 }: Status): LogRead[] {
  const read = (previous: boolean): LogRead => ({
    namespace: pod.metadata.namespace,
    pod: pod.metadata.name,
    container: name,
    previous,
    node: pod.spec?.nodeName,
  });
  // A container that waits between two starts still has the log of its last run as its present one.
  const hasPresent =
    state?.running !== undefined || state?.terminated !== undefined || lastState?.terminated !== undefined;
  const hasPrevious = restartCount > 0 && lastState?.terminated !== undefined && state?.waiting === undefined;
  return [...(hasPrevious ? [read(true)] : []), ...(hasPresent ? [read(false)] : [])];
}
