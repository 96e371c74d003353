import type { Detector } from '../../detector.ts';
import type { Container } from '../../kubernetes/container-state.ts';
import { createDetectionDraft } from '../../kubernetes/detection-draft.ts';
import { livePods } from '../../kubernetes/live-pods.ts';
import {
  type Probe,
  type ProbeKind,
  probeAnswer,
  probeFailures,
  probeKills,
  probeKinds,
  probeOf,
} from '../../kubernetes/probes.ts';
import { previousContainer } from '../../kubernetes/revisions.ts';
import { listeningPorts, servedPorts } from '../../kubernetes/served-ports.ts';
import { subjectText } from '../../kubernetes/subject.ts';
import { earliest, isAfter } from '../../kubernetes/times.ts';
import type { EventItem } from '../../view.ts';
import { contradiction } from './contradiction.ts';
import { otherPaths } from './other-paths.ts';

/** A probe asks a port or path that its container does not serve. */
export const detector: Detector = {
  code: 'probe-misconfigured',
  detect(view) {
    const draft = createDetectionDraft('probe-misconfigured');
    for (const pod of livePods(view)) {
      for (const container of pod.containers) {
        if (container.role === 'ephemeral' || container.role === 'init') continue;
        const kills = probeKills(view, pod, container);
        for (const kind of probeKinds) {
          const probe = probeOf(container, kind);
          const failures = probe === undefined ? [] : probeFailures(view, pod, container, kind);
          const newest = failures.at(-1);
          if (probe === undefined || newest === undefined) continue;
          if (!isFailing(container, kind, newest, kills.at(-1))) {
            if (container.isReady)
              draft.excluded(pod.subject, `Container ${container.name} is ready: its ${kind} probe succeeds.`, [
                pod.item.id,
              ]);
            continue;
          }
          const answers = new Set(failures.map(({ message }) => probeAnswer(message)));
          const served = servedPorts(view, pod, container);
          const lines = listeningPorts(view, pod, container)
            .slice(-1)
            .map(({ line }) => line.id);
          const why = contradiction(probe, answers, served, lines.length > 0);
          if (why === undefined) continue;
          const previous = previousContainer(view, pod.item, container.name);
          const before = previous === undefined ? undefined : probeOf({ ...container, spec: previous.spec }, kind);
          const paths = otherPaths(view, pod, container, probe);
          draft.found({
            subject: pod.subject,
            part: `${container.name} ${kind}`,
            severity: 'critical',
            message: `The ${kind} probe of container ${container.name} of ${subjectText(pod.subject)} asks ${target(probe)}, but the container ${why}.`,
            evidence: [pod.item.id, newest.id, ...kills.slice(-1).map(({ id }) => id), ...lines],
            since: earliest(...failures.map(({ first }) => first)),
            facts: {
              container: container.name,
              probe: kind,
              action: probe.action,
              port: probe.port,
              portName: probe.portName,
              path: probe.path,
              servedPorts: served.map(String),
              servedPort: served.find((port) => port !== probe.port),
              otherPaths: paths,
              previousPort: before?.port,
              previousPath: before?.path,
              previousRevision: previous?.revision,
              kills: kind !== 'readiness' && kills.length > 0,
            },
          });
        }
      }
    }
    return draft.result();
  },
};

/** Whether the probe fails at present: a ready container can still be killed for its liveness probe again and again. */
function isFailing(container: Container, kind: ProbeKind, failure: EventItem, kill: EventItem | undefined): boolean {
  if (!container.isReady) return container.isRunning || kill !== undefined;
  return kind !== 'readiness' && kill !== undefined && isAfter(failure.last, container.runningSince);
}

function target({ action, port, portName, path }: Probe): string {
  if (action === 'exec') return 'a command';
  return `port ${port ?? portName ?? 'unknown'}${path === undefined ? '' : ` path ${path}`}`;
}
