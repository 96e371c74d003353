import type { Detector } from '../../detector.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import type { Container } from '../../kubernetes/pods/containers-of.ts';
import { type LivePod, livePods } from '../../kubernetes/pods/live-pods.ts';
import { probeFailures } from '../../kubernetes/probes/probe-failures.ts';
import { probeKills } from '../../kubernetes/probes/probe-kills.ts';
import { probeKinds } from '../../kubernetes/probes/probe-kinds.ts';
import { type Probe, probeOf } from '../../kubernetes/probes/probe-of.ts';
import { listeningPorts } from '../../kubernetes/services/listening-ports.ts';
import { servedPorts } from '../../kubernetes/services/served-ports.ts';
import { earliest } from '../../kubernetes/times/earliest.ts';
import { secondsBetween } from '../../kubernetes/times/seconds-between.ts';
import { previousContainer } from '../../kubernetes/workloads/previous-container.ts';
import type { View } from '../../view.ts';
import { otherPaths } from './other-paths.ts';
import { wrongProbes } from './wrong-probes.ts';

const latelySeconds = 600;

/** A probe asks a port or path that its container does not serve. */
export const detector: Detector = {
  code: 'probe-misconfigured',
  detect(view) {
    const draft = createDetectionDraft('probe-misconfigured');
    for (const pod of livePods(view)) {
      for (const container of pod.containers) {
        if (container.role === 'ephemeral' || container.role === 'init') continue;
        // No probe does harm to a container that is ready and was never restarted.
        if (container.isReady && container.restarts === 0) continue;
        const wrong = wrongProbes(view, pod, container);
        const [first] = wrong;
        if (first === undefined) {
          if (container.isReady && failedLately(view, pod, container)) {
            draft.excluded(pod.subject, `Container ${container.name} is ready: its probes succeed.`, [pod.item.id]);
          }
          continue;
        }
        const { probe, why } = first;
        const kinds = wrong.map((entry) => entry.probe.kind);
        const kills = probeKills(view, pod, container);
        const lines = listeningPorts(view, pod, container).slice(-1);
        draft.found({
          subject: pod.subject,
          part: container.name,
          severity: first.failures.length > 0 ? 'critical' : 'warning',
          message: `The ${kinds.join(' and ')} probe of container ${container.name} of ${subjectText(pod.subject)} asks ${target(probe)}, but the container ${why}.`,
          evidence: [
            pod.item.id,
            ...wrong.flatMap(({ failures }) => failures.slice(-1).map(({ id }) => id)),
            ...kills.slice(-1).map(({ id }) => id),
            ...lines.map(({ line }) => line.id),
          ],
          since: earliest(...wrong.flatMap(({ failures }) => failures.map((failure) => failure.first))),
          facts: { ...factsOf(view, pod, container, probe), probes: kinds, kills: kills.length > 0 },
        });
      }
    }
    return draft.result();
  },
};

/** Failures that somebody may still wonder about; those of a start long ago are no news. */
function failedLately(view: View, pod: LivePod, container: Container): boolean {
  const failures = probeKinds.flatMap((kind) => probeFailures(view, pod, container, kind));
  return failures.some(({ last }) => (secondsBetween(last, view.now) ?? 0) < latelySeconds);
}

function factsOf(view: View, pod: LivePod, container: Container, probe: Probe) {
  const previous = previousContainer(view, pod.item, container.name);
  const before = previous === undefined ? undefined : probeOf({ ...container, spec: previous.spec }, probe.kind);
  const served = servedPorts(view, pod, container);
  return {
    container: container.name,
    probe: probe.kind,
    action: probe.action,
    port: probe.port,
    portName: probe.portName,
    path: probe.path,
    servedPorts: served.map(String),
    servedPort: served.find((port) => port !== probe.port),
    otherPaths: otherPaths(view, pod, container, probe),
    previousPort: before?.port,
    previousPath: before?.path,
    previousRevision: previous?.revision,
  };
}

function target({ action, port, portName, path }: Probe): string {
  if (action === 'exec') return 'a command';
  return `port ${port ?? portName ?? 'unknown'}${path === undefined ? '' : ` path ${path}`}`;
}
