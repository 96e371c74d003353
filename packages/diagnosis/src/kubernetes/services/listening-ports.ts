import type { LogLine, View } from '../../view.ts';
import { containerLogs } from '../pods/container-logs.ts';
import type { Container } from '../pods/containers-of.ts';
import type { LivePod } from '../pods/live-pods.ts';

/** A port that a container says it listens on, with the line that says so. */
export interface ListeningPort {
  readonly port: number;
  readonly line: LogLine;
}

const listening =
  /\b(?:listen(?:ing|s)?|started|running|serving|serves|accepting|bound|ready|up|available|server|tomcat|exposed|http)\b[^\n]{0,80}?(?:(?:port\(?s?\)?|on|at|addr(?:ess)?)[\s:="']*(?:[a-z]+:\/\/)?(?:\[?[\w.:*-]*\]?:)?|:\/\/[\w.-]+:)(\d{2,5})\b/i;

const outgoing = /\b(calling|connect(?:ing|ed)? to|failed|error|refused|upstream|proxying to)\b/i;

const cache = new WeakMap<View, WeakMap<Container, readonly ListeningPort[]>>();

/** The ports on which a container's log says it listens, most recent last. */
export function listeningPorts(view: View, pod: LivePod, container: Container): readonly ListeningPort[] {
  const known = cache.get(view) ?? new WeakMap<Container, readonly ListeningPort[]>();
  cache.set(view, known);
  const ports = known.get(container) ?? containerLogs(view, pod, container).flatMap(readLine);
  known.set(container, ports);
  return ports;
}

function readLine(line: LogLine): ListeningPort[] {
  if (line.text.length > 2_000) return [];
  const match = listening.exec(line.text);
  if (match === null) return [];
  const port = Number(match[1]);
  const before = line.text.slice(0, match.index + match[0].length);
  return port < 1 || port > 65_535 || outgoing.test(before) ? [] : [{ port, line }];
}
