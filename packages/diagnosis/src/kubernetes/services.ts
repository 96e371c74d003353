import type { ObjectItem, View } from '../view.ts';
import { conditionOf } from './conditions.ts';
import { containersOf } from './container-state.ts';
import { type Fields, isPresentAt, labelsAt, listAt, numberAt, textAt } from './fields.ts';
import { matchesLabels } from './label-selector.ts';
import { podTemplate, wantedReplicas } from './workload.ts';

/** The labels a Service selects by; empty where it selects nothing on purpose. */
export function serviceSelector(service: ObjectItem): Readonly<Record<string, string>> {
  return textAt(service.object, 'spec', 'type') === 'ExternalName' ? {} : labelsAt(service.object, 'spec', 'selector');
}

/** The pods a Service can send to: selected, not being deleted, not ended. */
export function servicePods(view: View, service: ObjectItem): readonly ObjectItem[] {
  return view.podsMatching(service.object.metadata.namespace, serviceSelector(service)).filter(({ object }) => {
    const phase = textAt(object, 'status', 'phase');
    return !isPresentAt(object, 'metadata', 'deletionTimestamp') && phase !== 'Succeeded' && phase !== 'Failed';
  });
}

/** Whether a pod's condition Ready is true. */
export function isPodReady(pod: ObjectItem): boolean {
  return conditionOf(pod.object, 'Ready')?.status === 'True';
}

/** The workloads of the namespace whose pod template carries the labels. */
export function workloadsMatching(
  view: View,
  namespace: string | undefined,
  labels: Readonly<Record<string, string>>,
): readonly ObjectItem[] {
  if (Object.keys(labels).length === 0) return [];
  return podKeepers(view, namespace).filter(({ object }) =>
    matchesLabels(labels, labelsAt(podTemplate(object), 'metadata', 'labels')),
  );
}

const keepers = new WeakMap<View, ReadonlyMap<string | undefined, readonly ObjectItem[]>>();

/** Deployments, StatefulSets and DaemonSets of a namespace. */
export function podKeepers(view: View, namespace: string | undefined): readonly ObjectItem[] {
  let byNamespace = keepers.get(view);
  if (byNamespace === undefined) {
    const all = ['Deployment', 'StatefulSet', 'DaemonSet'].flatMap((kind) => view.objects(kind));
    byNamespace = Map.groupBy(all, ({ object }) => object.metadata.namespace);
    keepers.set(view, byNamespace);
  }
  return byNamespace.get(namespace) ?? [];
}

/** Whether a workload is meant to have no pods. */
export function isScaledToZero(workload: ObjectItem): boolean {
  return wantedReplicas(workload.object) === 0 && workload.object.kind !== 'DaemonSet';
}

/** A port of a Service. */
export interface ServicePort {
  readonly name?: string | undefined;
  readonly port: number;
  /** A number, or the name of a container port. */
  readonly target: number | string;
  readonly protocol: string;
}

/** The ports of a Service; `targetPort` is `port` where it is not given. */
export function servicePorts(service: ObjectItem): readonly ServicePort[] {
  return listAt(service.object, 'spec', 'ports').flatMap((entry) => {
    const port = numberAt(entry, 'port');
    if (port === undefined) return [];
    const target = numberAt(entry, 'targetPort') ?? textAt(entry, 'targetPort') ?? port;
    return [{ name: textAt(entry, 'name'), port, target, protocol: textAt(entry, 'protocol') ?? 'TCP' }];
  });
}

/** A port that a container declares. */
export interface DeclaredPort {
  readonly name?: string | undefined;
  readonly port: number;
}

/** The ports that the containers of a pod or template declare, those of sidecars included. */
export function declaredPorts(pod: object): readonly DeclaredPort[] {
  return containersOf(pod)
    .filter(({ role }) => role === 'main' || role === 'sidecar')
    .flatMap(({ spec }) => portsOf(spec));
}

/** The ports that one container declares. */
export function portsOf(container: Fields): readonly DeclaredPort[] {
  return listAt(container, 'ports').flatMap((entry) => {
    const port = numberAt(entry, 'containerPort');
    return port === undefined ? [] : [{ name: textAt(entry, 'name'), port }];
  });
}

/** The number of the port of a pod that a Service's target stands for. */
export function resolveTarget(pod: object, target: number | string): number | undefined {
  return typeof target === 'number' ? target : declaredPorts(pod).find(({ name }) => name === target)?.port;
}
