import type { View } from '../../view.ts';
import type { LivePod } from '../pods/live-pods.ts';
import { type CallerFailure, callerFailures } from './caller-failures.ts';

const podCache = new WeakMap<View, ReadonlyMap<LivePod, readonly CallerFailure[]>>();

/** The failed connections in the logs of one pod. */
export function failuresOf(view: View, pod: LivePod): readonly CallerFailure[] {
  let byPod = podCache.get(view);
  if (byPod === undefined) {
    byPod = Map.groupBy(callerFailures(view), (failure) => failure.pod);
    podCache.set(view, byPod);
  }
  return byPod.get(pod) ?? [];
}
