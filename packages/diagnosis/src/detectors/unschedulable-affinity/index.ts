import type { Detector } from '../../detector.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { isPresentAt } from '../../kubernetes/fields/is-present-at.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { schedulingClass } from '../../kubernetes/scheduling/scheduling-class.ts';
import { unscheduledPods } from '../../kubernetes/scheduling/unscheduled-pods.ts';
import { revisionPair } from '../../kubernetes/workloads/revision-pair.ts';
import { wantedReplicas } from '../../kubernetes/workloads/wanted-replicas.ts';

/** A pod's affinity or anti-affinity to other pods, or its topology spread, leaves it no node. */
export const detector: Detector = {
  code: 'unschedulable-affinity',
  detect(view) {
    const draft = createDetectionDraft('unschedulable-affinity');
    for (const unscheduled of unscheduledPods(view)) {
      const { pod, message, reasons, evidence, since } = unscheduled;
      if (schedulingClass(view, unscheduled) !== 'affinity') continue;
      const text = reasons.map((reason) => reason.text).join(', ');
      const rule = /topology spread/.test(text)
        ? 'topology spread'
        : /anti-affinity/.test(text)
          ? 'pod anti-affinity'
          : 'pod affinity';
      const pair = revisionPair(view, pod.item);
      draft.found({
        subject: pod.subject,
        severity: 'critical',
        message: `No node satisfies the ${rule} of ${subjectText(pod.subject)}.`,
        evidence,
        since,
        facts: {
          rule,
          replicas: wantedReplicas(pod.workload.object),
          nodes: view.objects('Node').length || undefined,
          previousHadRule:
            pair === undefined
              ? undefined
              : isPresentAt(pair.previous.template, 'spec', 'affinity') ||
                isPresentAt(pair.previous.template, 'spec', 'topologySpreadConstraints'),
          previousRevision: pair?.previous.number,
          answer: message.slice(0, 300),
        },
      });
    }
    return draft.result();
  },
};
