import type { Detector } from '../../detector.ts';
import { createDetectionDraft } from '../../kubernetes/detection-draft.ts';
import { fieldsAt, labelsAt, listAt } from '../../kubernetes/fields.ts';
import { labelTexts, selectorText } from '../../kubernetes/label-selector.ts';
import { nearestNames } from '../../kubernetes/nearest-names.ts';
import { revisionPair } from '../../kubernetes/revisions.ts';
import { matchesNode, schedulingClass } from '../../kubernetes/scheduling-class.ts';
import { subjectText } from '../../kubernetes/subject.ts';
import { unscheduledPods } from '../../kubernetes/unscheduled-pods.ts';

const affinity = ['affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms'];

/** No node carries the labels that a pod asks for. */
export const detector: Detector = {
  code: 'unschedulable-selector',
  detect(view) {
    const draft = createDetectionDraft('unschedulable-selector');
    for (const unscheduled of unscheduledPods(view)) {
      const { pod, message, evidence, since } = unscheduled;
      if (schedulingClass(view, unscheduled) !== 'selector') continue;
      const nodes = view.objects('Node');
      const match = nodes.find(({ object }) => matchesNode(pod.item.object, object));
      if (match !== undefined) {
        draft.excluded(pod.subject, `Node ${match.object.metadata.name} carries the labels.`, [match.id]);
        continue;
      }
      const selector = labelsAt(pod.item.object, 'spec', 'nodeSelector');
      const terms = listAt(pod.item.object, 'spec', ...affinity).map(selectorText);
      const wanted = [...labelTexts(selector), ...terms];
      const known = [...new Set(nodes.flatMap(({ object }) => labelTexts(labelsAt(object, 'metadata', 'labels'))))];
      const keys = Object.keys(selector);
      const sameKey = known.filter((label) => keys.some((key) => label.startsWith(`${key}=`)));
      const before = fieldsAt(revisionPair(view, pod.item)?.previous.template, 'spec');
      draft.found({
        subject: pod.subject,
        severity: 'critical',
        message: `No node carries the labels that ${subjectText(pod.subject)} asks for: ${wanted.join('; ') || 'its node affinity'}.`,
        evidence: [...evidence, ...nodes.slice(0, 3).map(({ id }) => id)],
        since,
        facts: {
          nodeSelector: labelTexts(selector),
          nodeAffinity: terms,
          nearest: [...sameKey, ...wanted.flatMap((label) => nearestNames(label, known))].slice(0, 5),
          previousNodeSelector: labelTexts(labelsAt(before, 'nodeSelector')),
          previousRevision: revisionPair(view, pod.item)?.previous.number,
          answer: message.slice(0, 300),
        },
      });
    }
    return draft.result();
  },
};
