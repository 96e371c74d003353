import type { Subject } from '@auto-ops/contracts';
import { keyOf } from '../../subjects/key-of.ts';
import type { View } from '../../view.ts';
import { isWaitingForVolumes } from '../configuration/is-waiting-for-volumes.ts';
import { crashes } from '../pods/crashes.ts';
import { livePods } from '../pods/live-pods.ts';
import { probeAnswer } from '../probes/probe-answer.ts';
import { probeFailures } from '../probes/probe-failures.ts';
import { probeKinds } from '../probes/probe-kinds.ts';
import { probeOf } from '../probes/probe-of.ts';
import { unscheduledPods } from '../scheduling/unscheduled-pods.ts';
import { failedCreates } from './failed-creates.ts';

const ordinary = new Set(['ContainerCreating', 'PodInitializing', 'CrashLoopBackOff']);

/**
 * What keeps the pods of a workload from coming up, where that has a narrower name than "it makes no progress": a
 * waiting reason, no node, a crash, refused pods, a probe that asks the wrong thing. Undefined where nothing of it shows.
 */
export function narrowerTrouble(view: View, workload: Subject): string | undefined {
  const key = keyOf(workload);
  if (failedCreates(view).some((failure) => keyOf(failure.workload) === key)) return 'its pods are refused';
  if (unscheduledPods(view).some(({ pod }) => keyOf(pod.subject) === key)) return 'its pods have no node';
  if (crashes(view).some(({ pod }) => keyOf(pod.subject) === key)) return 'its containers end';
  for (const pod of livePods(view)) {
    if (keyOf(pod.subject) !== key) continue;
    const waiting = pod.containers.find(
      (container) => container.waiting !== undefined && !ordinary.has(container.waiting.reason),
    );
    if (waiting !== undefined) return `its containers wait with ${waiting.waiting?.reason}`;
    const mounts = view.events(pod.item).filter(({ reason }) => ['FailedMount', 'FailedAttachVolume'].includes(reason));
    if (isWaitingForVolumes(pod) && mounts.length > 0) return 'its volumes do not come';
    for (const container of pod.containers.filter(({ isReady, role }) => !isReady && role === 'main')) {
      for (const kind of probeKinds) {
        const newest =
          probeOf(container, kind) === undefined ? undefined : probeFailures(view, pod, container, kind).at(-1);
        if (
          newest !== undefined &&
          ['not-found', 'wrong-scheme', 'refused', 'not-executable'].includes(probeAnswer(newest.message))
        )
          return 'its probe fails';
      }
    }
  }
  return undefined;
}
