import type { Container } from '../../kubernetes/pods/containers-of.ts';
import { type LivePod, livePods } from '../../kubernetes/pods/live-pods.ts';
import { probeKinds } from '../../kubernetes/probes/probe-kinds.ts';
import { type Probe, probeOf } from '../../kubernetes/probes/probe-of.ts';
import type { View } from '../../view.ts';

/** Paths that succeed elsewhere: other probes of the container, and the same container of ready pods of the workload. */
export function otherPaths(view: View, pod: LivePod, container: Container, probe: Probe): string[] {
  const twins = livePods(view)
    .filter(({ workload }) => workload === pod.workload)
    .flatMap(({ containers }) => containers.filter(({ name, isReady }) => name === container.name && isReady));
  const paths = [container, ...twins].flatMap((holder) =>
    probeKinds.flatMap((kind) => probeOf(holder, kind)?.path ?? []),
  );
  return [...new Set(paths)].filter((path) => path !== probe.path);
}
