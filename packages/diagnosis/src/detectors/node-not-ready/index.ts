import type { Detector } from '../../detector.ts';
import { conditionOf } from '../../kubernetes/conditions.ts';
import { createDetectionDraft } from '../../kubernetes/detection-draft.ts';
import { isTrueAt, textAt } from '../../kubernetes/fields.ts';
import { subjectOf } from '../../kubernetes/subject.ts';

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
        if (lost !== undefined) draft.excluded(subjectOf(item), `Node ${name} is ready again.`, [item.id, lost.id]);
        continue;
      }
      const pods = view.objects('Pod').filter(({ object }) => textAt(object, 'spec', 'nodeName') === name);
      draft.found({
        subject: subjectOf(item),
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
