import type { Detector } from '../../detector.ts';
import { textField } from '../../fields/text-field.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { conditionOf } from '../../kubernetes/fields/condition-of.ts';
import { isTrueAt } from '../../kubernetes/fields/is-true-at.ts';
import { subjectOf } from '../../subjects/subject-of.ts';

/** A node stopped reporting, or reports that it is not ready. */
export const detector: Detector = {
  code: 'node-not-ready',
  detect(view) {
    const draft = createDetectionDraft('node-not-ready');
    for (const item of view.objects('Node')) {
      const condition = conditionOf(item.object, 'Ready');
      const name = item.object.metadata.name;
      const events = view
        .events(item)
        .filter(({ reason }) =>
          ['NodeNotReady', 'NodeNotSchedulable', 'Starting', 'Rebooted', 'KubeletNotReady'].includes(reason),
        );
      const lost = events.findLast(({ reason }) => reason === 'NodeNotReady');
      if (condition === undefined) continue;
      if (condition.status === 'True') {
        if (lost !== undefined)
          draft.excluded(subjectOf(item.object), `Node ${name} is ready again.`, [item.id, lost.id]);
        continue;
      }
      const pods = view.objects('Pod').filter(({ object }) => textField(object, 'spec', 'nodeName') === name);
      draft.found({
        subject: subjectOf(item.object),
        severity: 'critical',
        message: `Node ${name} ${condition.status === 'Unknown' ? 'has stopped reporting' : 'is not ready'}: ${condition.message.slice(0, 200) || condition.reason}.`,
        evidence: [item.id, lost?.id],
        since: condition.since ?? lost?.first,
        facts: {
          node: name,
          status: condition.status,
          reason: condition.reason,
          pods: pods.length,
          isCordoned: isTrueAt(item.object, 'spec', 'unschedulable'),
        },
      });
    }
    return draft.result();
  },
};
