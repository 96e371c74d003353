import type { Subject } from '@auto-ops/contracts';
import type { View } from '../view.ts';
import { crashes } from './crash.ts';
import { failedCreates } from './failed-creates.ts';
import { livePods } from './live-pods.ts';
import { isWaitingForVolumes } from './missing-configuration.ts';
import { probeAnswer, probeFailures, probeKinds, probeOf } from './probes.ts';
import { subjectKey } from './subject.ts';
import { unscheduledPods } from './unscheduled-pods.ts';

const ordinary = new Set(['ContainerCreating', 'PodInitializing', 'CrashLoopBackOff']);

/**
 * What keeps the pods of a workload from coming up, where that has a narrower name than "it makes no progress": a
 * waiting reason, no node, a crash, refused pods, a probe that asks the wrong thing. Undefined where nothing of it shows.
 */
export function narrowerTrouble(view: View, workload: Subject): string | undefined {
  const key = subjectKey(workload);
  if (failedCreates(view).some((failure) => subjectKey(failure.workload) === key)) return 'its pods are refused';
  if (unscheduledPods(view).some(({ pod }) => subjectKey(pod.subject) === key)) return 'its pods have no node';
  if (crashes(view).some(({ pod }) => subjectKey(pod.subject) === key)) return 'its containers end';
  for (const pod of livePods(view)) {
    if (subjectKey(pod.subject) !== key) continue;
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
