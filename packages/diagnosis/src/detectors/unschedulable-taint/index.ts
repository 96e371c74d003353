import type { Detector } from '../../detector.ts';
import { textField } from '../../fields/text-field.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { listAt } from '../../kubernetes/fields/list-at.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { schedulingClass } from '../../kubernetes/scheduling/scheduling-class.ts';
import { taintOf } from '../../kubernetes/scheduling/taint-of.ts';
import { unscheduledPods } from '../../kubernetes/scheduling/unscheduled-pods.ts';

/** Every fitting node has a taint that a pod does not tolerate. */
export const detector: Detector = {
  code: 'unschedulable-taint',
  detect(view) {
    const draft = createDetectionDraft('unschedulable-taint');
    for (const unscheduled of unscheduledPods(view)) {
      const { pod, message, reasons, evidence, since } = unscheduled;
      const taints = [...new Set(reasons.flatMap((reason) => taintOf(reason) ?? []))];
      const decisive = schedulingClass(view, unscheduled);
      if (decisive === 'node')
        draft.excluded(
          pod.subject,
          'The taints are those of nodes that are down, cordoned or under pressure.',
          evidence,
        );
      if (decisive !== 'taint') continue;
      const own = taints.filter((taint) => !taint.startsWith('node.kubernetes.io/'));
      const nodes = view
        .objects('Node')
        .filter(({ object }) =>
          listAt(object, 'spec', 'taints').some((taint) =>
            own.some((text) => text.split(':')[0] === textField(taint, 'key')),
          ),
        );
      draft.found({
        subject: pod.subject,
        severity: 'critical',
        message: `${subjectText(pod.subject)} does not tolerate the taints of the nodes it could run on: ${own.join('; ') || 'not named by the scheduler'}.`,
        evidence: [...evidence, ...nodes.slice(0, 3).map(({ id }) => id)],
        since,
        facts: {
          taints: own,
          nodes: nodes.map(({ object }) => object.metadata.name).slice(0, 20),
          tolerations: listAt(pod.item.object, 'spec', 'tolerations').map(
            (toleration) =>
              `${textField(toleration, 'key') ?? ''}${textField(toleration, 'value') === undefined ? '' : `=${textField(toleration, 'value')}`}:${textField(toleration, 'effect') ?? ''}`,
          ),
          answer: message.slice(0, 300),
        },
      });
    }
    return draft.result();
  },
};
