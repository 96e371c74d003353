import { subjectOf } from '../../subjects/subject-of.ts';
import type { LogLine, View } from '../../view.ts';
import type { Container } from './containers-of.ts';
import type { LivePod } from './live-pods.ts';

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
  for (const subject of [subjectOf(pod.item.object), pod.subject, { kind: 'Component', name: pod.subject.name }]) {
    const named = view.logs(subject, container.name);
    // Sources that do not name the container can only mean the one main container.
    const found =
      named.length === 0 && isOnly ? view.logs(subject).filter((line) => line.container === undefined) : named;
    if (found.length > 0) return found.filter(({ text }) => !notLogs.test(text));
  }
  return [];
}
