import type { Detector } from '../../detector.ts';
import { textField } from '../../fields/text-field.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { nearestNames } from '../../kubernetes/names/nearest-names.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { isClassMissing } from '../../kubernetes/storage/is-class-missing.ts';
import { pendingClaims } from '../../kubernetes/storage/pending-claims.ts';
import { earliest } from '../../kubernetes/times/earliest.ts';
import { subjectOf } from '../../subjects/subject-of.ts';

/** A claim names a storage class that does not exist. */
export const detector: Detector = {
  code: 'storage-class-missing',
  detect(view) {
    const draft = createDetectionDraft('storage-class-missing');
    for (const claim of pendingClaims(view)) {
      const { item, className, storageClass, failures, pods } = claim;
      const about = subjectOf(item.object);
      if (storageClass !== undefined) draft.excluded(about, `Storage class ${className} exists.`, [storageClass.id]);
      if (!isClassMissing(view, claim) || className === undefined) continue;
      const classes = view.objects('StorageClass').map(({ object }) => object.metadata.name);
      const [consumer] = pods;
      draft.found({
        subject: about,
        severity: 'critical',
        message: `${subjectText(about)} asks for storage class ${className}, which does not exist${consumer === undefined ? '' : `; ${subjectText(consumer.subject)} waits for it`}.`,
        evidence: [item.id, failures.at(-1)?.id, ...pods.slice(0, 2).map((pod) => pod.item.id)],
        since: earliest(failures[0]?.first, textField(item.object, 'metadata', 'creationTimestamp')),
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
