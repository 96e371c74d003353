import type { Detector } from '../../detector.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { nearestNames } from '../../kubernetes/names/nearest-names.ts';
import { subject } from '../../kubernetes/names/subject.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { unscheduledPods } from '../../kubernetes/scheduling/unscheduled-pods.ts';

/** A pod refers to a PersistentVolumeClaim that does not exist. */
export const detector: Detector = {
  code: 'claim-missing',
  detect(view) {
    const draft = createDetectionDraft('claim-missing');
    for (const { pod, message, evidence, since } of unscheduledPods(view)) {
      const name = /persistentvolumeclaim "([^"]+)" (?:not found|is being deleted)/i.exec(message)?.[1];
      if (name === undefined) continue;
      const about = subject('v1', 'PersistentVolumeClaim', pod.namespace, name);
      const existing = view.object('PersistentVolumeClaim', pod.namespace, name);
      if (existing !== undefined && !/is being deleted/.test(message)) {
        draft.excluded(about, `Claim ${name} exists.`, [existing.id]);
        continue;
      }
      const known = view
        .objects('PersistentVolumeClaim')
        .filter(({ object }) => object.metadata.namespace === pod.namespace);
      draft.found({
        subject: about,
        severity: 'critical',
        message: `${subjectText(pod.subject)} waits for claim ${name}, which does not exist in namespace ${pod.namespace ?? ''}.`,
        evidence,
        since,
        facts: {
          name,
          workload: subjectText(pod.subject),
          nearest: nearestNames(
            name,
            known.map(({ object }) => object.metadata.name),
          ),
        },
      });
    }
    return draft.result();
  },
};
