import type { LogLine, View } from '../../view.ts';
import { containerLogs } from '../pods/container-logs.ts';
import type { Container } from '../pods/containers-of.ts';
import { type LivePod, livePods } from '../pods/live-pods.ts';
import { type ConnectionFailure, connectionFailure } from './connection-failure.ts';

/** Failed connections of one pod to one host and port, and whether the log says that it works again. */
export interface CallerFailure extends ConnectionFailure {
  readonly pod: LivePod;
  readonly container: Container;
  readonly lines: readonly LogLine[];
  /** A later line of the same log says that the host answers. */
  readonly hasRecovered: boolean;
}

const cache = new WeakMap<View, readonly CallerFailure[]>();

const recovered =
  /\b(answers again|recovered|reconnected|connected|connection (?:established|restored)|succeeded|is back|healthy again|restored)\b/i;

/** The failed connections in the logs of the live pods, one entry a container, host, port and kind. */
export function callerFailures(view: View): readonly CallerFailure[] {
  const known = cache.get(view);
  if (known !== undefined) return known;
  const failures = livePods(view).flatMap((pod) => pod.containers.flatMap((container) => read(view, pod, container)));
  cache.set(view, failures);
  return failures;
}

function read(view: View, pod: LivePod, container: Container): CallerFailure[] {
  const lines = containerLogs(view, pod, container);
  const found = new Map<string, { failure: ConnectionFailure; lines: LogLine[]; last: number }>();
  lines.forEach((line, index) => {
    const failure = connectionFailure(line.text);
    if (failure === undefined) return;
    const key = `${failure.kind} ${failure.host} ${failure.port ?? ''}`;
    const entry = found.get(key) ?? { failure, lines: [], last: index };
    entry.lines.push(line);
    entry.last = index;
    found.set(key, entry);
  });
  return [...found.values()].map((entry) => ({
    ...entry.failure,
    pod,
    container,
    lines: entry.lines,
    hasRecovered: lines
      .slice(entry.last + 1)
      .some(({ text }) => recovered.test(text) && text.includes(entry.failure.host)),
  }));
}
