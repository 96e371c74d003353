import type { Detector } from '../../detector.ts';
import { labelsField } from '../../fields/labels-field.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { fieldsAt } from '../../kubernetes/fields/fields-at.ts';
import { listAt } from '../../kubernetes/fields/list-at.ts';
import { labelTexts } from '../../kubernetes/names/label-texts.ts';
import { nearestNames } from '../../kubernetes/names/nearest-names.ts';
import { selectorText } from '../../kubernetes/names/selector-text.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { matchesNode } from '../../kubernetes/scheduling/matches-node.ts';
import { schedulingClass } from '../../kubernetes/scheduling/scheduling-class.ts';
import { unscheduledPods } from '../../kubernetes/scheduling/unscheduled-pods.ts';
import { revisionPair } from '../../kubernetes/workloads/revision-pair.ts';

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
      const selector = labelsField(pod.item.object, 'spec', 'nodeSelector');
      const terms = listAt(pod.item.object, 'spec', ...affinity).map(selectorText);
      const wanted = [...labelTexts(selector), ...terms];
      const known = [...new Set(nodes.flatMap(({ object }) => labelTexts(labelsField(object, 'metadata', 'labels'))))];
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
          previousNodeSelector: labelTexts(labelsField(before, 'nodeSelector')),
          previousRevision: revisionPair(view, pod.item)?.previous.number,
          answer: message.slice(0, 300),
        },
      });
    }
    return draft.result();
  },
};
