import type { LogLine, View } from '../../view.ts';
import { containerLogs } from './container-logs.ts';
import type { Container } from './containers-of.ts';
import type { LivePod } from './live-pods.ts';

/** The last lines before a container's latest end: of its previous life, or of the present log where that one ended. */
export function lastWords(view: View, pod: LivePod, container: Container, limit = 40): readonly LogLine[] {
  const lines = containerLogs(view, pod, container);
  const previous = lines.filter((line) => line.previous);
  const present = lines.filter((line) => !line.previous);
  const hasEnded = container.terminated !== undefined || container.waiting !== undefined;
  const last = hasEnded && present.length > 0 ? present : previous.length > 0 ? previous : present;
  return last.slice(-limit);
}
