import { labelsField } from '../../fields/labels-field.ts';
import { textField } from '../../fields/text-field.ts';
import type { KnownEdge } from '../../kubernetes/calls/known-edges.ts';
import { evaluatePolicies } from '../../kubernetes/network-policies/evaluate-policies.ts';
import type { Direction } from '../../kubernetes/network-policies/traffic.ts';
import { resolveTarget } from '../../kubernetes/services/resolve-target.ts';
import { servicePods } from '../../kubernetes/services/service-pods.ts';
import { servicePorts } from '../../kubernetes/services/service-ports.ts';
import { serviceSelector } from '../../kubernetes/services/service-selector.ts';
import { podTemplate } from '../../kubernetes/workloads/pod-template.ts';
import { workloadsMatching } from '../../kubernetes/workloads/workloads-matching.ts';
import type { ObjectItem, View } from '../../view.ts';

/** Where a known call is denied. */
export interface DeniedEnd {
  readonly policy: ObjectItem;
  readonly policies: readonly ObjectItem[];
  readonly direction: Direction;
  /** The port of the pod, not of the Service: that is what policies speak of. */
  readonly port: number;
  readonly source: ObjectItem;
  readonly target: ObjectItem;
}

/** Evaluates the policies of both ends of a known call; undefined where it is allowed or an end is not known. */
export function deniedEnd(view: View, { caller, service, port }: KnownEdge): DeniedEnd | undefined {
  const source = podOf(view, caller);
  const target =
    servicePods(view, service)[0] ??
    templatePod(workloadsMatching(view, service.object.metadata.namespace, serviceSelector(service))[0]);
  if (source === undefined || target === undefined || source === target) return undefined;
  // Policies do not bind pods of the host's network.
  const servedPorts = servicePorts(service).filter((entry) => port === undefined || entry.port === port);
  for (const entry of servedPorts) {
    const number = resolveTarget(target.object, entry.target);
    if (number === undefined || entry.protocol !== 'TCP') continue;
    for (const direction of ['Egress', 'Ingress'] as const) {
      const [own, other] = direction === 'Egress' ? [source, target] : [target, source];
      if (isOnHost(own)) continue;
      const verdict = evaluatePolicies(
        view,
        own,
        direction,
        { pod: other },
        { port: number, protocol: entry.protocol, pod: target },
      );
      if (!verdict.isAllowed && verdict.blocking !== undefined) {
        return { policy: verdict.blocking, policies: verdict.policies, direction, port: number, source, target };
      }
    }
  }
  return undefined;
}

function podOf(view: View, workload: ObjectItem): ObjectItem | undefined {
  if (workload.object.kind === 'Pod') return workload;
  return (
    view.pods(workload).find(({ object }) => textField(object, 'metadata', 'deletionTimestamp') === undefined) ??
    templatePod(workload)
  );
}

/** What a workload's pods look like to a policy, where it has none at present. */
function templatePod(workload: ObjectItem | undefined): ObjectItem | undefined {
  if (workload === undefined) return undefined;
  const template = podTemplate(workload.object);
  const { namespace, name } = workload.object.metadata;
  const metadata = {
    name,
    ...(namespace === undefined ? {} : { namespace }),
    labels: labelsField(template, 'metadata', 'labels'),
  };
  return { id: workload.id, object: { apiVersion: 'v1', kind: 'Pod', metadata, spec: template.spec } };
}

function isOnHost({ object }: ObjectItem): boolean {
  return (object.spec as { hostNetwork?: unknown } | undefined)?.hostNetwork === true;
}
