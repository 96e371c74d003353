import type { Detector } from '../../detector.ts';
import { textField } from '../../fields/text-field.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { isTrueAt } from '../../kubernetes/fields/is-true-at.ts';
import { listAt } from '../../kubernetes/fields/list-at.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { matchesNode } from '../../kubernetes/scheduling/matches-node.ts';
import { schedulingClass } from '../../kubernetes/scheduling/scheduling-class.ts';
import { unscheduledPods } from '../../kubernetes/scheduling/unscheduled-pods.ts';
import { keyOf } from '../../subjects/key-of.ts';
import { subjectOf } from '../../subjects/subject-of.ts';

/** Pods wait for a node that somebody marked unschedulable. */
export const detector: Detector = {
  code: 'node-cordoned',
  detect(view) {
    const draft = createDetectionDraft('node-cordoned');
    for (const item of view.objects('Node')) {
      if (!isTrueAt(item.object, 'spec', 'unschedulable')) continue;
      const name = item.object.metadata.name;
      const waiting = unscheduledPods(view).filter(
        (unscheduled) =>
          /were unschedulable|node\.kubernetes\.io\/unschedulable/.test(unscheduled.message) &&
          schedulingClass(view, unscheduled) === 'node' &&
          matchesNode(unscheduled.pod.item.object, item.object),
      );
      if (waiting.length === 0) {
        draft.excluded(subjectOf(item.object), `Node ${name} is cordoned, and nothing waits for it.`, [item.id]);
        continue;
      }
      const workloads = new Map(waiting.map(({ pod }) => [keyOf(pod.subject), subjectText(pod.subject)]));
      const taint = listAt(item.object, 'spec', 'taints').find(({ key }) => key === 'node.kubernetes.io/unschedulable');
      draft.found({
        subject: subjectOf(item.object),
        severity: 'critical',
        message: `Node ${name} is cordoned, and ${waiting.length} pods of ${[...workloads.values()].slice(0, 3).join(', ')} wait for a node.`,
        evidence: [item.id, ...waiting.slice(0, 3).flatMap(({ evidence }) => evidence)],
        since: [textField(taint, 'timeAdded'), ...waiting.flatMap(({ since }) => since)],
        facts: {
          node: name,
          waitingPods: waiting.length,
          workloads: [...workloads.values()].slice(0, 20),
          nodes: view.objects('Node').length,
        },
      });
    }
    return draft.result();
  },
};
