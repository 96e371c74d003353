import type { Detector } from '../../detector.ts';
import { textField } from '../../fields/text-field.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { textsAt } from '../../kubernetes/fields/texts-at.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import type { Container } from '../../kubernetes/pods/containers-of.ts';
import { latestEnd } from '../../kubernetes/pods/latest-end.ts';
import { type LivePod, livePods } from '../../kubernetes/pods/live-pods.ts';
import { previousContainer } from '../../kubernetes/workloads/previous-container.ts';
import type { View } from '../../view.ts';
import { startFailures } from './start-failures.ts';

const missing = /exec: \\?"([^"\\]+)\\?"|stat ([^\s:]+):|exec ([^\s:]+): exec format error/;

/** A container's command does not exist in its image or cannot be executed. */
export const detector: Detector = {
  code: 'command-invalid',
  detect(view) {
    const draft = createDetectionDraft('command-invalid');
    for (const failure of startFailures(view)) {
      const { pod, container, text, evidence, since } = failure;
      const command = textsAt(container.spec, 'command');
      const twin = sameElsewhere(view, pod, container);
      if (twin !== undefined) {
        draft.excluded(pod.subject, `The same command of the same image runs in ${twin.item.object.metadata.name}.`, [
          twin.item.id,
        ]);
        continue;
      }
      const previous = previousContainer(view, pod.item, container.name);
      draft.found({
        subject: pod.subject,
        part: container.name,
        severity: 'critical',
        message: `Container ${container.name} of ${subjectText(pod.subject)} cannot start its command${command.length > 0 ? ` ${command[0]}` : ''}: ${reasonIn(text)}.`,
        evidence,
        since,
        facts: {
          container: container.name,
          image: container.image,
          command,
          args: textsAt(container.spec, 'args').map((word) => word.slice(0, 200)),
          executable:
            missing
              .exec(text)
              ?.slice(1)
              .find((name) => name !== undefined) ?? command[0],
          exitCode: latestEnd(container)?.exitCode,
          answer: text.slice(0, 300),
          previousCommand: previous === undefined ? undefined : textsAt(previous.spec, 'command'),
          previousImage: textField(previous?.spec, 'image'),
          previousRevision: previous?.revision,
        },
      });
    }
    return draft.result();
  },
};

/** The end of the runtime's message, which names the file and what is wrong with it. */
function reasonIn(text: string): string {
  return text
    .replace(/: unknown$/, '')
    .split(': ')
    .slice(-2)
    .join(': ')
    .slice(0, 160);
}

function sameElsewhere(view: View, pod: LivePod, container: Container): LivePod | undefined {
  const text = (spec: unknown) => JSON.stringify([textsAt(spec, 'command'), textsAt(spec, 'args')]);
  return livePods(view).find(
    (other) =>
      other.item !== pod.item &&
      other.containers.some(
        (twin) =>
          twin.isReady &&
          twin.isRunning &&
          twin.image === container.image &&
          twin.name === container.name &&
          text(twin.spec) === text(container.spec),
      ),
  );
}
