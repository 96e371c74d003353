import type { LogLine, View } from '../view.ts';
import type { Container } from './container-state.ts';
import type { LivePod } from './live-pods.ts';
import { subjectOf } from './subject.ts';

const notLogs = /^(unable to retrieve container logs|failed to try resolving symlinks|Error from server)/;

const cache = new WeakMap<View, WeakMap<Container, readonly LogLine[]>>();

/** The log of one container of a pod, previous lives first; lines of the log reader itself are left out. */
export function containerLogs(view: View, pod: LivePod, container: Container): readonly LogLine[] {
  const known = cache.get(view) ?? new WeakMap<Container, readonly LogLine[]>();
  cache.set(view, known);
  const lines = known.get(container) ?? read(view, pod, container);
  known.set(container, lines);
  return lines;
}

function read(view: View, pod: LivePod, container: Container): readonly LogLine[] {
  const isOnly = pod.containers.filter(({ role }) => role === 'main').length === 1 && container.role === 'main';
  // The pod's own log; else, from sources that group by it, the log of its workload.
  for (const subject of [subjectOf(pod.item), pod.subject, { kind: 'Component', name: pod.subject.name }]) {
    const named = view.logs(subject, container.name);
    // Sources that do not name the container can only mean the one main container.
    const found =
      named.length === 0 && isOnly ? view.logs(subject).filter((line) => line.container === undefined) : named;
    if (found.length > 0) return found.filter(({ text }) => !notLogs.test(text));
  }
  return [];
}

/** The last lines before a container's latest end: of its previous life, or of the present log where that one ended. */
export function lastWords(view: View, pod: LivePod, container: Container, limit = 40): readonly LogLine[] {
  const lines = containerLogs(view, pod, container);
  const previous = lines.filter((line) => line.previous);
  const present = lines.filter((line) => !line.previous);
  const hasEnded = container.terminated !== undefined || container.waiting !== undefined;
  const last = hasEnded && present.length > 0 ? present : previous.length > 0 ? previous : present;
  return last.slice(-limit);
}
