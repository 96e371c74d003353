import type { Container } from '../../kubernetes/pods/containers-of.ts';
import type { LivePod } from '../../kubernetes/pods/live-pods.ts';
import { probeAnswer } from '../../kubernetes/probes/probe-answer.ts';
import { probeFailures } from '../../kubernetes/probes/probe-failures.ts';
import { probeKills } from '../../kubernetes/probes/probe-kills.ts';
import { type ProbeKind, probeKinds } from '../../kubernetes/probes/probe-kinds.ts';
import { type Probe, probeOf } from '../../kubernetes/probes/probe-of.ts';
import { listeningPorts } from '../../kubernetes/services/listening-ports.ts';
import { servedPorts } from '../../kubernetes/services/served-ports.ts';
import { isAfter } from '../../kubernetes/times/is-after.ts';
import { secondsBetween } from '../../kubernetes/times/seconds-between.ts';
import type { EventItem, View } from '../../view.ts';
import { contradiction } from './contradiction.ts';

/** A probe that asks what its container does not serve. */
export interface WrongProbe {
  readonly probe: Probe;
  /** What the container does instead, as the end of a sentence. */
  readonly why: string;
  readonly failures: readonly EventItem[];
}

/** Failures older than this before the newest one tell of another state: of the start, most often. */
const sameStateSeconds = 60;

/** The probes of a container that fail at present for what they ask. */
export function wrongProbes(view: View, pod: LivePod, container: Container): readonly WrongProbe[] {
  const kill = probeKills(view, pod, container).at(-1);
  return probeKinds.flatMap((kind) => {
    const probe = probeOf(container, kind);
    const failures = probe === undefined ? [] : probeFailures(view, pod, container, kind);
    const newest = failures.at(-1);
    if (probe !== undefined && newest === undefined) return withoutEvents(view, pod, container, probe);
    if (probe === undefined || newest === undefined || !isFailing(container, kind, newest, kill)) return [];
    const recent = failures.filter(({ last }) => (secondsBetween(last, newest.last) ?? 0) <= sameStateSeconds);
    const answers = new Set(recent.map(({ message }) => probeAnswer(message)));
    const isLogged = listeningPorts(view, pod, container).length > 0;
    const why = contradiction(probe, answers, servedPorts(view, pod, container), isLogged);
    return why === undefined ? [] : [{ probe, why, failures }];
  });
}

/** Events are kept for an hour: after that the state and the log of the container have to do. */
function withoutEvents(view: View, pod: LivePod, container: Container, probe: Probe): WrongProbe[] {
  if (container.isReady || !container.isRunning || (probe.kind !== 'readiness' && container.restarts === 0)) return [];
  const logged = [...new Set(listeningPorts(view, pod, container).map(({ port }) => port))];
  const age = secondsBetween(container.runningSince, view.now) ?? 0;
  if (
    (age < sameStateSeconds && container.restarts === 0) ||
    logged.length === 0 ||
    probe.port === undefined ||
    logged.includes(probe.port)
  )
    return [];
  return [{ probe, why: `listens on ${logged.join(', ')}`, failures: [] }];
}

/** Whether the probe fails at present: a ready container can still be killed for its liveness probe again and again. */
function isFailing(container: Container, kind: ProbeKind, failure: EventItem, kill: EventItem | undefined): boolean {
  if (!container.isReady) return container.isRunning || kill !== undefined;
  return kind !== 'readiness' && kill !== undefined && isAfter(failure.last, container.runningSince);
}
