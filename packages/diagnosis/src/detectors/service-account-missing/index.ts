import type { Detector } from '../../detector.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { nearestNames } from '../../kubernetes/names/nearest-names.ts';
import { subject } from '../../kubernetes/names/subject.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { failedCreates } from '../../kubernetes/workloads/failed-creates.ts';

const pattern = /error looking up service account (\S+?)\/(\S+?): serviceaccount "([^"]+)" not found/;

/** A controller cannot create pods because their ServiceAccount does not exist. */
export const detector: Detector = {
  code: 'service-account-missing',
  detect(view) {
    const draft = createDetectionDraft('service-account-missing');
    for (const { workload, namespace, message, evidence, since } of failedCreates(view)) {
      const match = pattern.exec(message) ?? /serviceaccounts? "([^"]+)" not found/.exec(message);
      const name = match?.[3] ?? match?.[1];
      if (name === undefined) continue;
      const about = subject('v1', 'ServiceAccount', namespace, name);
      const existing = view.object('ServiceAccount', namespace, name);
      if (existing !== undefined) {
        draft.excluded(about, `ServiceAccount ${name} exists now.`, [existing.id]);
        continue;
      }
      const known = view.objects('ServiceAccount').filter(({ object }) => object.metadata.namespace === namespace);
      draft.found({
        subject: about,
        severity: 'critical',
        message: `${subjectText(workload)} gets no pods: its ServiceAccount ${name} does not exist in namespace ${namespace ?? ''}.`,
        evidence,
        since,
        facts: {
          name,
          workload: subjectText(workload),
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
