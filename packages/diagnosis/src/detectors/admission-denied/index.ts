import type { Detector } from '../../detector.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { failedCreates } from '../../kubernetes/workloads/failed-creates.ts';

const forms: readonly (readonly [string, RegExp])[] = [
  ['Pod Security', /violates PodSecurity "([^"]+)": (.*)$/s],
  ['policy', /ValidatingAdmissionPolicy '([^']+)' with binding '[^']+' denied request: (.*)$/s],
  ['webhook', /admission webhook "([^"]+)" denied the request:? ?(.*)$/s],
  ['priority', /no PriorityClass with name (\S+) was found()/],
];

/** An admission policy, a webhook or Pod Security refuses the pods of a workload. */
export const detector: Detector = {
  code: 'admission-denied',
  detect(view) {
    const draft = createDetectionDraft('admission-denied');
    for (const { workload, message, evidence, since } of failedCreates(view)) {
      for (const [by, form] of forms) {
        const match = form.exec(message);
        if (match === null) continue;
        draft.found({
          subject: workload,
          part: match[1],
          severity: 'critical',
          message: `The pods of ${subjectText(workload)} are refused by ${by === 'Pod Security' ? `Pod Security (${match[1]})` : `${by} ${match[1]}`}: ${(match[2] ?? '').slice(0, 200) || message.slice(0, 200)}`,
          evidence,
          since,
          facts: { by, name: match[1], reason: (match[2] ?? '').slice(0, 300), workload: subjectText(workload) },
        });
        break;
      }
    }
    return draft.result();
  },
};
