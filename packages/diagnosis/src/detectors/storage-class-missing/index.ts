import type { Detector } from '../../detector.ts';
import { createDetectionDraft } from '../../kubernetes/detection-draft.ts';
import { textAt } from '../../kubernetes/fields.ts';
import { nearestNames } from '../../kubernetes/nearest-names.ts';
import { isClassMissing, pendingClaims } from '../../kubernetes/pending-claims.ts';
import { subjectOf, subjectText } from '../../kubernetes/subject.ts';
import { earliest } from '../../kubernetes/times.ts';

/** A claim names a storage class that does not exist. */
export const detector: Detector = {
  code: 'storage-class-missing',
  detect(view) {
    const draft = createDetectionDraft('storage-class-missing');
    for (const claim of pendingClaims(view)) {
      const { item, className, storageClass, failures, pods } = claim;
      const about = subjectOf(item);
      if (storageClass !== undefined) draft.excluded(about, `Storage class ${className} exists.`, [storageClass.id]);
      if (!isClassMissing(view, claim) || className === undefined) continue;
      const classes = view.objects('StorageClass').map(({ object }) => object.metadata.name);
      const [consumer] = pods;
      draft.found({
        subject: about,
        severity: 'critical',
        message: `${subjectText(about)} asks for storage class ${className}, which does not exist${consumer === undefined ? '' : `; ${subjectText(consumer.subject)} waits for it`}.`,
        evidence: [item.id, failures.at(-1)?.id, ...pods.slice(0, 2).map((pod) => pod.item.id)],
        since: earliest(failures[0]?.first, textAt(item.object, 'metadata', 'creationTimestamp')),
        facts: {
          storageClass: className,
          classes,
          nearest: nearestNames(className, classes),
          workload: consumer === undefined ? undefined : subjectText(consumer.subject),
        },
      });
    }
    return draft.result();
  },
};
