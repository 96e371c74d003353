import type { Container } from '../../kubernetes/pods/containers-of.ts';
import { crashes } from '../../kubernetes/pods/crashes.ts';
import { latestEnd } from '../../kubernetes/pods/latest-end.ts';
import { type LivePod, livePods } from '../../kubernetes/pods/live-pods.ts';
import type { EventItem, View } from '../../view.ts';

/** A container whose command the runtime or the shell cannot start at present. */
export interface StartFailure {
  readonly pod: LivePod;
  readonly container: Container;
  /** The runtime's message, or the shell's last line. */
  readonly text: string;
  readonly evidence: readonly (string | undefined)[];
  readonly since: readonly (string | undefined)[];
}

const cannotStart =
  /executable file not found|no such file or directory|permission denied|exec format error|not a directory|is a directory|no command specified/i;

/** The containers that wait because their command cannot start, and those that ended for it again and again. */
export function startFailures(view: View): readonly StartFailure[] {
  const waiting = livePods(view).flatMap((pod) =>
    pod.containers.filter(isWaiting).map((container): StartFailure => {
      const events = failedEvents(view, pod);
      const since = events.length > 0 ? events.map(({ first }) => first) : [latestEnd(container)?.finishedAt];
      return {
        pod,
        container,
        text: container.waiting?.message ?? '',
        evidence: [pod.item.id, events.at(-1)?.id],
        since,
      };
    }),
  );
  const known = new Set(waiting.map(({ container }) => container));
  const ended = crashes(view)
    .filter(({ about, container }) => about === 'command' && !known.has(container))
    .map(({ pod, container, end, line }): StartFailure => {
      const events = failedEvents(view, pod);
      const text = end.message || events.at(-1)?.message || line?.text || `exit code ${end.exitCode}`;
      const evidence = [pod.item.id, events.at(-1)?.id, line?.id];
      return { pod, container, text, evidence, since: [...events.map(({ first }) => first), end.finishedAt] };
    });
  return [...waiting, ...ended];
}

function isWaiting({ waiting }: Container): boolean {
  return (
    ['RunContainerError', 'CreateContainerError'].includes(waiting?.reason ?? '') &&
    cannotStart.test(waiting?.message ?? '')
  );
}

function failedEvents(view: View, pod: LivePod): readonly EventItem[] {
  return view.events(pod.item).filter(({ reason, message }) => reason === 'Failed' && cannotStart.test(message));
}
