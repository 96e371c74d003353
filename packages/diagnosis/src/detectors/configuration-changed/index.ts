import type { Detector } from '../../detector.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { containersOf } from '../../kubernetes/pods/containers-of.ts';
import { isPodReady } from '../../kubernetes/pods/is-pod-ready.ts';
import { isStruggling } from '../../kubernetes/pods/is-struggling.ts';
import { type LivePod, livePods } from '../../kubernetes/pods/live-pods.ts';
import { secondsBetween } from '../../kubernetes/times/seconds-between.ts';
import { revisionPair } from '../../kubernetes/workloads/revision-pair.ts';
import type { View } from '../../view.ts';
import { templateDifference } from './template-difference.ts';

/** A start may take this long before a pod that is not ready counts as failing. */
const startingSeconds = 300;

/** The new revision of a workload fails where the one before, which differs in configuration alone, works. */
export const detector: Detector = {
  code: 'configuration-changed',
  detect(view) {
    const draft = createDetectionDraft('configuration-changed');
    for (const pod of livePods(view)) {
      if (!isFailing(view, pod)) continue;
      const pair = revisionPair(view, pod.item);
      if (pair === undefined) continue;
      const { current, previous } = pair;
      const { paths, isImage } = templateDifference(previous.template, current.template);
      if (isImage || paths.length === 0) continue;
      if ((previous.ready ?? 0) === 0) {
        if (previous.wanted !== undefined && previous.wanted > 0)
          draft.excluded(pod.subject, `Revision ${previous.number} fails as well.`, [previous.item.id]);
        continue;
      }
      // A container that never began says itself, more narrowly, what it waits for; one that only is not ready may have
      // reasons of its own.
      const hasEnded = pod.containers.some(
        ({ terminated, lastTerminated }) => (terminated ?? lastTerminated) !== undefined,
      );
      draft.found({
        subject: pod.subject,
        severity: hasEnded ? 'warning' : 'info',
        message: `Revision ${current.number} of ${subjectText(pod.subject)} fails; revision ${previous.number} works and differs in ${paths.slice(0, 5).join(', ')}.`,
        evidence: [pod.item.id, current.item.id, previous.item.id],
        since: current.createdAt,
        facts: {
          revision: current.number,
          previousRevision: previous.number,
          paths: paths.slice(0, 20),
          previousReady: previous.ready,
        },
      });
    }
    return draft.result();
  },
};

function isFailing(view: View, pod: LivePod): boolean {
  if (isPodReady(pod.item)) return false;
  if (containersOf(pod.item.object).some((container) => isStruggling(container, view.now))) return true;
  return pod.containers.some(
    ({ role, isReady, isRunning, runningSince }) =>
      role === 'main' && isRunning && !isReady && (secondsBetween(runningSince, view.now) ?? 0) > startingSeconds,
  );
}
