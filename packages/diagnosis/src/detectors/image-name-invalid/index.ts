import type { Detector } from '../../detector.ts';
import { textField } from '../../fields/text-field.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { pullFailures } from '../../kubernetes/images/pull-failures.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { previousContainer } from '../../kubernetes/workloads/previous-container.ts';

/** A container's image reference cannot be parsed. */
export const detector: Detector = {
  code: 'image-name-invalid',
  detect(view) {
    const draft = createDetectionDraft('image-name-invalid');
    for (const { pod, container, kind, text, evidence, since } of pullFailures(view)) {
      if (kind !== 'invalid') continue;
      const previous = previousContainer(view, pod.item, container.name);
      draft.found({
        subject: pod.subject,
        part: container.name,
        severity: 'critical',
        message: `"${container.image}", the image of container ${container.name} of ${subjectText(pod.subject)}, is no valid image name.`,
        evidence,
        since,
        facts: {
          container: container.name,
          image: container.image,
          answer: text.slice(0, 300),
          previousImage: textField(previous?.spec, 'image'),
          previousRevision: previous?.revision,
        },
      });
    }
    return draft.result();
  },
};
