import { textField } from '../../fields/text-field.ts';
import { keyOf } from '../../subjects/key-of.ts';
import { subjectOf } from '../../subjects/subject-of.ts';
import type { ObjectItem, View } from '../../view.ts';
import { listAt } from '../fields/list-at.ts';
import { podKeepers } from '../workloads/pod-keepers.ts';
import { podTemplate } from '../workloads/pod-template.ts';
import { templateContainers } from '../workloads/template-containers.ts';
import { callerFailures } from './caller-failures.ts';
import { configuredAddresses } from './configured-addresses.ts';
import { resolveHost } from './resolve-host.ts';

/** A call that a workload is known to make to a Service, with what says so. */
export interface KnownEdge {
  readonly caller: ObjectItem;
  readonly service: ObjectItem;
  readonly port?: number | undefined;
  readonly evidence: readonly string[];
  /** Lines that show it failing by time-out or refusal. */
  readonly failures: readonly string[];
  /** Calls were seen and none of them failed. */
  readonly works: boolean;
}

type Draft = {
  caller: ObjectItem;
  service: ObjectItem;
  port?: number | undefined;
  evidence: string[];
  failures: string[];
  works: boolean;
};

const cache = new WeakMap<View, readonly KnownEdge[]>();

/** The calls between workloads that configuration, logs or traffic summaries tell of, one entry a caller, Service and port. */
export function knownEdges(view: View): readonly KnownEdge[] {
  const known = cache.get(view);
  if (known !== undefined) return known;
  const drafts = new Map<string, Draft>();
  const callers = ['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob', 'Job', 'Pod'].flatMap((kind) =>
    view.objects(kind).filter((item) => kind !== 'Pod' || view.workload(item) === item),
  );
  for (const caller of callers) addConfigured(view, caller, drafts);
  for (const { pod, host, port, lines, hasRecovered } of callerFailures(view)) {
    const meaning = resolveHost(view, pod.namespace, host);
    if (meaning.kind !== 'service') continue;
    const draft = edge(drafts, pod.workload, meaning.service, port);
    draft.evidence.push(...lines.slice(-2).map(({ id }) => id));
    if (!hasRecovered) draft.failures.push(...lines.slice(-2).map(({ id }) => id));
  }
  addCalls(view, drafts);
  const edges = [...drafts.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, draft]) => draft);
  cache.set(view, edges);
  return edges;
}

function addConfigured(view: View, caller: ObjectItem, drafts: Map<string, Draft>): void {
  const { namespace } = caller.object.metadata;
  for (const container of templateContainers(podTemplate(caller.object))) {
    for (const { host, port } of configuredAddresses(container)) {
      const meaning = resolveHost(view, namespace, host);
      if (meaning.kind === 'service') edge(drafts, caller, meaning.service, port).evidence.push(caller.id);
    }
  }
}

function addCalls(view: View, drafts: Map<string, Draft>): void {
  for (const item of view.evidence('calls')) {
    for (const call of listAt(item.body, 'edges')) {
      const caller = workloadNamed(view, textField(call, 'from'));
      const service = serviceNamed(view, textField(call, 'to'), caller?.object.metadata.namespace);
      if (caller === undefined || service === undefined) continue;
      const draft = edge(drafts, caller, service, undefined);
      const [calls, errors] = [Number(call.calls ?? 0), Number(call.errors ?? 0)];
      draft.evidence.push(item.id);
      if (errors > 0) draft.failures.push(item.id);
      if (calls > 0 && errors === 0) draft.works = true;
    }
  }
}

function workloadNamed(view: View, name: string | undefined): ObjectItem | undefined {
  const namespaces = new Set(view.objects('Service').map(({ object }) => object.metadata.namespace));
  return [...namespaces]
    .flatMap((namespace) => podKeepers(view, namespace))
    .find(({ object }) => object.metadata.name === name);
}

function serviceNamed(view: View, name: string | undefined, namespace: string | undefined): ObjectItem | undefined {
  if (name === undefined) return undefined;
  return (
    view.object('Service', namespace, name) ??
    view.objects('Service').find(({ object }) => object.metadata.name === name)
  );
}

function edge(drafts: Map<string, Draft>, caller: ObjectItem, service: ObjectItem, port: number | undefined): Draft {
  const key = `${keyOf(subjectOf(caller.object))} ${keyOf(subjectOf(service.object))} ${port ?? ''}`;
  const draft = drafts.get(key) ?? { caller, service, port, evidence: [], failures: [], works: false };
  drafts.set(key, draft);
  return draft;
}
