import { isPodReady } from '../../kubernetes/pods/is-pod-ready.ts';
import { liveAmong } from '../../kubernetes/pods/live-among.ts';
import { probeKinds } from '../../kubernetes/probes/probe-kinds.ts';
import { probeOf } from '../../kubernetes/probes/probe-of.ts';
import { declaredPorts } from '../../kubernetes/services/declared-ports.ts';
import { listeningPorts } from '../../kubernetes/services/listening-ports.ts';
import { resolveTarget } from '../../kubernetes/services/resolve-target.ts';
import type { ServicePort } from '../../kubernetes/services/service-ports.ts';
import { serviceUse } from '../../kubernetes/services/service-use.ts';
import type { ObjectItem, View } from '../../view.ts';

/** What is known about the target of one port of a Service. */
export interface Judgement {
  /** Why the target is wrong, as the end of a sentence; undefined where it is not shown to be. */
  readonly why?: string | undefined;
  readonly excluded?: string | undefined;
  /** The ports that the logs of the pods name. */
  readonly served: readonly number[];
  readonly evidence: readonly string[];
}

/** Judges by what the pods declare, by what their logs say they listen on, and by the probes that succeed. */
export function judgePort(
  view: View,
  service: ObjectItem,
  pods: readonly ObjectItem[],
  { target }: ServicePort,
): Judgement {
  const resolved = pods.flatMap(({ object }) => resolveTarget(object, target) ?? []);
  const numbers = [...new Set(resolved)];
  const declared = pods.flatMap(({ object }) => declaredPorts(object).map(({ port }) => port));
  const isDeclared = numbers.some((number) => declared.includes(number));
  // Only callers that fail speak against a port that is declared: then the logs of its pods are worth reading.
  const failures = serviceUse(view, service).failures;
  if (isDeclared && failures.length === 0) return { served: [], evidence: [] };
  const selected = liveAmong(view, pods);
  const listening = selected.flatMap((pod) =>
    pod.containers.flatMap((container) => listeningPorts(view, pod, container)),
  );
  const served = [...new Set(listening.map(({ port }) => port))];
  const evidence = listening.slice(-1).map(({ line }) => line.id);
  if (typeof target === 'string' && resolved.length === 0) {
    return { why: 'a name that none of the ports of its pods has', served, evidence };
  }
  if (numbers.some((number) => served.includes(number))) return { served, evidence };
  const probed = selected
    .filter(({ item }) => isPodReady(item))
    .flatMap(({ containers }) =>
      containers.flatMap((container) => probeKinds.flatMap((kind) => probeOf(container, kind)?.port ?? [])),
    );
  if (!isDeclared && numbers.some((number) => probed.includes(number))) {
    return { excluded: `Its pods do not declare ${target}, but a probe of that port succeeds.`, served, evidence };
  }
  if (declared.length > 0 && !isDeclared)
    return { why: `but its pods declare ${[...new Set(declared)].join(', ')}`, served, evidence };
  if (served.length > 0 && !numbers.some((number) => probed.includes(number)) && failures.length > 0) {
    return { why: `but its pods listen on ${served.join(', ')}`, served, evidence };
  }
  return { served, evidence };
}
