import { conditionOf } from '../../kubernetes/fields/condition-of.ts';
import type { Container } from '../../kubernetes/pods/containers-of.ts';
import { type LivePod, livePods } from '../../kubernetes/pods/live-pods.ts';
import { listeningPorts } from '../../kubernetes/services/listening-ports.ts';
import { secondsBetween } from '../../kubernetes/times/seconds-between.ts';
import type { View } from '../../view.ts';

/** How many seconds the container needs to start, by the pods of the same workload that did; undefined where none did. */
export function startSeconds(view: View, pod: LivePod, container: Container): number | undefined {
  const seconds = livePods(view)
    .filter(({ workload }) => workload === pod.workload)
    .flatMap((other) => {
      const twin = other.containers.find(({ name, isReady }) => name === container.name && isReady);
      if (twin === undefined) return [];
      const line = listeningPorts(view, other, twin).find((entry) => !entry.line.previous)?.line;
      const byLog = secondsBetween(twin.runningSince, line?.at);
      const byCondition = secondsBetween(twin.runningSince, conditionOf(other.item.object, 'Ready')?.since);
      return [byLog ?? byCondition].filter((value) => value !== undefined && value > 0);
    });
  return seconds.length === 0 ? undefined : Math.ceil(Math.max(...(seconds as number[])));
}
