import type { Detector } from '../../detector.ts';
import { textField } from '../../fields/text-field.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { parseImage } from '../../kubernetes/images/parse-image.ts';
import { pullFailures } from '../../kubernetes/images/pull-failures.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { livePods } from '../../kubernetes/pods/live-pods.ts';
import { earliest } from '../../kubernetes/times/earliest.ts';
import { isAfter } from '../../kubernetes/times/is-after.ts';
import { previousContainer } from '../../kubernetes/workloads/previous-container.ts';
import type { View } from '../../view.ts';

/** A container waits for an image that its registry does not have. */
export const detector: Detector = {
  code: 'image-not-found',
  detect(view) {
    const draft = createDetectionDraft('image-not-found');
    for (const { pod, container, kind, text, evidence, since } of pullFailures(view)) {
      if (kind === 'denied') {
        draft.excluded(pod.subject, `The registry's answer for ${container.image} is about authorisation.`, evidence);
        continue;
      }
      if (kind !== 'not-found') continue;
      const runner = pulledSince(view, container.image, earliest(...since));
      if (runner !== undefined) {
        draft.excluded(pod.subject, `${container.image} was pulled for ${runner.name} since.`, [
          runner.id,
          ...evidence,
        ]);
        continue;
      }
      const previous = previousContainer(view, pod.item, container.name);
      const { registry, repository, tag } = parseImage(container.image);
      draft.found({
        subject: pod.subject,
        part: container.name,
        severity: 'critical',
        message: `Container ${container.name} of ${subjectText(pod.subject)} waits for image ${container.image}, which ${registry} does not have.`,
        evidence,
        since,
        facts: {
          container: container.name,
          image: container.image,
          registry,
          repository,
          tag,
          answer: text.slice(0, 300),
          previousImage: textField(previous?.spec, 'image'),
          previousRevision: previous?.revision,
          pullPolicy: textField(container.spec, 'imagePullPolicy'),
        },
      });
    }
    return draft.result();
  },
};

function pulledSince(view: View, image: string, since: string | undefined): { id: string; name: string } | undefined {
  for (const { item, containers } of livePods(view)) {
    const found = containers.find(
      (other) => other.image === image && other.isRunning && isAfter(other.runningSince, since),
    );
    if (found !== undefined) return { id: item.id, name: item.object.metadata.name };
  }
  return undefined;
}
