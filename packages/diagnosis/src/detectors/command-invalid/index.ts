import type { Detector } from '../../detector.ts';
import type { Container } from '../../kubernetes/container-state.ts';
import { latestEnd } from '../../kubernetes/container-trouble.ts';
import { crashes } from '../../kubernetes/crash.ts';
import { createDetectionDraft } from '../../kubernetes/detection-draft.ts';
import { textAt, textsAt } from '../../kubernetes/fields.ts';
import { type LivePod, livePods } from '../../kubernetes/live-pods.ts';
import { previousContainer } from '../../kubernetes/revisions.ts';
import { subjectText } from '../../kubernetes/subject.ts';
import type { View } from '../../view.ts';

const cannotStart =
  /executable file not found|no such file or directory|permission denied|exec format error|not a directory|is a directory|no command specified/i;
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
          previousImage: textAt(previous?.spec, 'image'),
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

type StartFailure = {
  pod: LivePod;
  container: Container;
  text: string;
  evidence: (string | undefined)[];
  since: unknown[];
};

function startFailures(view: View): StartFailure[] {
  const waiting = livePods(view).flatMap((pod) =>
    pod.containers.flatMap((container): StartFailure[] => {
      const { waiting: state } = container;
      if (
        !['RunContainerError', 'CreateContainerError'].includes(state?.reason ?? '') ||
        !cannotStart.test(state?.message ?? '')
      )
        return [];
      const events = view
        .events(pod.item)
        .filter(({ reason, message }) => reason === 'Failed' && cannotStart.test(message));
      const since = [
        ...events.map(({ first }) => first),
        events.length === 0 ? latestEnd(container)?.finishedAt : undefined,
      ];
      return [{ pod, container, text: state?.message ?? '', evidence: [pod.item.id, events.at(-1)?.id], since }];
    }),
  );
  const ended = crashes(view)
    .filter(
      ({ about, container }) => about === 'command' && !waiting.some((failure) => failure.container === container),
    )
    .map(({ pod, container, end, line }): StartFailure => {
      const events = view
        .events(pod.item)
        .filter(({ reason, message }) => reason === 'Failed' && cannotStart.test(message));
      const text = end.message || events.at(-1)?.message || line?.text || `exit code ${end.exitCode}`;
      return {
        pod,
        container,
        text,
        evidence: [pod.item.id, events.at(-1)?.id, line?.id],
        since: [...events.map(({ first }) => first), end.finishedAt],
      };
    });
  return [...waiting, ...ended];
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
