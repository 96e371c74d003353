import type { Detector } from '../../detector.ts';
import { textField } from '../../fields/text-field.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { listAt } from '../../kubernetes/fields/list-at.ts';
import { parseImage } from '../../kubernetes/images/parse-image.ts';
import { pullFailures } from '../../kubernetes/images/pull-failures.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { previousContainer } from '../../kubernetes/workloads/previous-container.ts';
import type { ObjectItem, View } from '../../view.ts';

/** The registry refuses to give an image to this puller. */
export const detector: Detector = {
  code: 'image-pull-denied',
  detect(view) {
    const draft = createDetectionDraft('image-pull-denied');
    for (const { pod, container, kind, text, evidence, since } of pullFailures(view)) {
      if (kind === 'not-found') {
        draft.excluded(
          pod.subject,
          `The registry's answer for ${container.image} is that it does not exist, not that it is refused.`,
          evidence,
        );
        continue;
      }
      if (kind !== 'denied') continue;
      const { registry, repository } = parseImage(container.image);
      const previous = previousContainer(view, pod.item, container.name);
      const secrets = pullSecrets(view, pod.item);
      const lost = view.events(pod.item).findLast(({ reason }) => reason === 'FailedToRetrieveImagePullSecret');
      draft.found({
        subject: pod.subject,
        part: container.name,
        severity: 'critical',
        message: `${registry} refuses to give image ${container.image} to container ${container.name} of ${subjectText(pod.subject)}${secrets.length === 0 ? '; the pod has no pull secret' : ''}.`,
        evidence: [...evidence, lost?.id],
        since,
        facts: {
          container: container.name,
          image: container.image,
          registry,
          repository,
          pullSecrets: secrets,
          missingPullSecrets: lost?.message.match(/\(([^)]+)\)/)?.[1]?.split(/,\s*/),
          answer: text.slice(0, 300),
          // Registries that hide private repositories say the same for one that does not exist.
          mayNotExist: /does not exist/.test(text),
          previousImage: textField(previous?.spec, 'image'),
          previousRevision: previous?.revision,
        },
      });
    }
    return draft.result();
  },
};

function pullSecrets(view: View, pod: ObjectItem): string[] {
  const { namespace } = pod.object.metadata;
  const account = view.object(
    'ServiceAccount',
    namespace,
    textField(pod.object, 'spec', 'serviceAccountName') ?? 'default',
  );
  const entries = [...listAt(pod.object, 'spec', 'imagePullSecrets'), ...listAt(account?.object, 'imagePullSecrets')];
  return [...new Set(entries.flatMap((entry) => textField(entry, 'name') ?? []))];
}
