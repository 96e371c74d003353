import type { Detector } from '../../detector.ts';
import { labelsField } from '../../fields/labels-field.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { labelTexts } from '../../kubernetes/names/label-texts.ts';
import { subject } from '../../kubernetes/names/subject.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { failedCreates } from '../../kubernetes/workloads/failed-creates.ts';
import { wantedReplicas } from '../../kubernetes/workloads/wanted-replicas.ts';

const exceeded = /exceeded quota: ([^,\s]+), requested: (.*?), used: (.*?), limited: (.*)$/;
const unspecified = /failed quota: ([^,:\s]+): must specify (.*)$/;

/** A namespace's ResourceQuota does not admit the pods of a workload. */
export const detector: Detector = {
  code: 'quota-exceeded',
  detect(view) {
    const draft = createDetectionDraft('quota-exceeded');
    for (const { workload, namespace, message, evidence, since, item } of failedCreates(view)) {
      const limit = exceeded.exec(message);
      const demand = unspecified.exec(message);
      const name = limit?.[1] ?? demand?.[1];
      if (name === undefined) continue;
      const quota = view.object('ResourceQuota', namespace, name);
      const what =
        limit === null
          ? `wants every pod to say ${demand?.[2]}`
          : `has no room for ${limit[2]}: ${limit[3]} of ${limit[4]} is used`;
      draft.found({
        subject: subject('v1', 'ResourceQuota', namespace, name),
        severity: 'critical',
        message: `${subjectText(workload)} gets no more pods: ResourceQuota ${name} ${what}.`,
        evidence: [...evidence, quota?.id],
        since,
        facts: {
          quota: name,
          workload: subjectText(workload),
          requested: limit?.[2],
          used: limit?.[3],
          limited: limit?.[4],
          mustSpecify: demand?.[2],
          hard: labelTexts(labelsField(quota?.object, 'spec', 'hard')),
          replicas: item === undefined ? undefined : wantedReplicas(item.object),
        },
      });
    }
    return draft.result();
  },
};
