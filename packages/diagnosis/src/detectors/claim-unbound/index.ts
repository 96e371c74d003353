import type { Detector } from '../../detector.ts';
import { textField } from '../../fields/text-field.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { fieldsAt } from '../../kubernetes/fields/fields-at.ts';
import { textsAt } from '../../kubernetes/fields/texts-at.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { unscheduledPods } from '../../kubernetes/scheduling/unscheduled-pods.ts';
import { isClassMissing } from '../../kubernetes/storage/is-class-missing.ts';
import { pendingClaims } from '../../kubernetes/storage/pending-claims.ts';
import { earliest } from '../../kubernetes/times/earliest.ts';
import { secondsBetween } from '../../kubernetes/times/seconds-between.ts';
import { subjectOf } from '../../subjects/subject-of.ts';

/** A provisioner may take this long before silence counts as failure. */
const graceSeconds = 300;

/** A PersistentVolumeClaim waits for a volume that nobody provides. */
export const detector: Detector = {
  code: 'claim-unbound',
  detect(view) {
    const draft = createDetectionDraft('claim-unbound');
    for (const claim of pendingClaims(view)) {
      const { item, className, failures, pods, waitsForConsumer } = claim;
      const about = subjectOf(item.object);
      if (isClassMissing(view, claim)) {
        draft.excluded(about, `Its storage class ${className} does not exist: that is the cause.`, [item.id]);
        continue;
      }
      const isSelected =
        textField(item.object, 'metadata', 'annotations', 'volume.kubernetes.io/selected-node') !== undefined;
      if (waitsForConsumer && !isSelected) {
        draft.excluded(about, 'It waits for its first consumer, and none is scheduled.', [
          item.id,
          claim.storageClass?.id,
        ]);
        continue;
      }
      const age = secondsBetween(textField(item.object, 'metadata', 'creationTimestamp'), view.now) ?? 0;
      const waiting = unscheduledPods(view).filter(({ pod }) => pods.includes(pod));
      if (failures.length === 0 && (age < graceSeconds || waiting.length === 0)) continue;
      const failure = failures.at(-1);
      const size = fieldsAt(item.object, 'spec', 'resources', 'requests').storage;
      const [consumer] = pods;
      draft.found({
        subject: about,
        severity: pods.length > 0 ? 'critical' : 'warning',
        message: `${subjectText(about)} is not bound${consumer === undefined ? '' : `, and ${subjectText(consumer.subject)} waits for it`}: ${failure?.message.slice(0, 200) ?? 'no volume came'}.`,
        evidence: [item.id, failure?.id, ...waiting.slice(0, 2).flatMap(({ evidence }) => evidence)],
        since: earliest(failures[0]?.first, textField(item.object, 'metadata', 'creationTimestamp')),
        facts: {
          storageClass: className,
          size: typeof size === 'string' || typeof size === 'number' ? size : undefined,
          accessModes: textsAt(item.object, 'spec', 'accessModes'),
          reason: failure?.reason,
          answer: failure?.message.slice(0, 300),
          workload: consumer === undefined ? undefined : subjectText(consumer.subject),
          classes: view.objects('StorageClass').map(({ object }) => object.metadata.name),
          defaultClass: view
            .objects('StorageClass')
            .find(
              ({ object }) =>
                textField(object, 'metadata', 'annotations', 'storageclass.kubernetes.io/is-default-class') === 'true',
            )?.object.metadata.name,
        },
      });
    }
    return draft.result();
  },
};
