import type { ObjectPart } from '../../__fixtures__/bundle-of.ts';

type Fields = Record<string, unknown>;

/** Namespace and times of the small shop in which the detectors' tests play; "now" is 12:00. */
const namespace = 'shop';
export const minutesAgo = (minutes: number) => new Date(Date.parse('2026-01-01T12:00:00Z') - minutes * 60_000).toISOString();

/** A Deployment with one container, named like itself. */
export function deployment(name: string, { replicas = 1, container = {}, template = {}, labels = { app: name }, ...rest }: { replicas?: number; container?: Fields; template?: Fields; labels?: Record<string, string>; [field: string]: unknown } = {}): ObjectPart {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace, uid: `d-${name}`, creationTimestamp: minutesAgo(600) },
    spec: { replicas, selector: { matchLabels: labels }, template: podTemplate(name, container, template, labels) },
    ...rest,
  };
}

/** A revision of a Deployment. */
export function replicaSet(owner: string, revision: number, { replicas = 1, ready = replicas, container = {}, template = {}, labels = { app: owner }, status = {} }: { replicas?: number; ready?: number; container?: Fields; template?: Fields; labels?: Record<string, string>; status?: Fields } = {}): ObjectPart {
  const hash = `r${revision}`;
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${owner}-${hash}`,
      namespace,
      uid: `rs-${owner}-${revision}`,
      creationTimestamp: minutesAgo(100 - revision * 10),
      annotations: { 'deployment.kubernetes.io/revision': `${revision}` },
      labels: { ...labels, 'pod-template-hash': hash },
      ownerReferences: [{ apiVersion: 'apps/v1', kind: 'Deployment', name: owner, uid: `d-${owner}`, controller: true }],
    },
    spec: { replicas, template: podTemplate(owner, container, template, labels) },
    status: { replicas, readyReplicas: ready, ...status },
  };
}

/** A pod of a revision of a Deployment, or a bare one without `owner`. */
export function pod(name: string, { owner, revision = 1, container = {}, template = {}, labels = { app: owner ?? name }, state = running(), status = {}, metadata = {} }: { owner?: string; revision?: number; container?: Fields; template?: Fields; labels?: Record<string, string>; state?: Fields | readonly Fields[]; status?: Fields; metadata?: Fields } = {}): ObjectPart {
  const states = (Array.isArray(state) ? state : [state]) as readonly Fields[];
  const isReady = states.every((entry) => entry.ready === true);
  const hash = `r${revision}`;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace,
      creationTimestamp: minutesAgo(30),
      labels: owner === undefined ? labels : { ...labels, 'pod-template-hash': hash },
      ...(owner === undefined ? {} : { ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: `${owner}-${hash}`, uid: `rs-${owner}-${revision}`, controller: true }] }),
      ...metadata,
    },
    spec: { nodeName: 'node-1', ...((podTemplate(owner ?? name, container, template, labels).spec as Fields) ?? {}) },
    status: {
      phase: states.some((entry) => entry.isPending === true) ? 'Pending' : 'Running',
      podIP: '10.0.0.9',
      conditions: [{ type: 'Ready', status: isReady ? 'True' : 'False', lastTransitionTime: minutesAgo(20) }],
      containerStatuses: states.map((entry) => ({ name: owner ?? name, ...entry, isPending: undefined })),
      ...status,
    },
  };
}

/** A pod that no node takes. */
export function unscheduledPod(name: string, owner: string, message: string, extra: Fields = {}): ObjectPart {
  const base = pod(name, { owner, ...extra });
  return {
    ...base,
    spec: { ...(base.spec as Fields), nodeName: undefined },
    status: { phase: 'Pending', conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message, lastTransitionTime: minutesAgo(9) }] },
  };
}

/** A container that runs and is ready. */
export function running(extra: Fields = {}): Fields {
  return { ready: true, restartCount: 0, state: { running: { startedAt: minutesAgo(25) } }, ...extra };
}

/** A container that waits. */
export function waiting(reason: string, message = '', extra: Fields = {}): Fields {
  return { ready: false, restartCount: 0, isPending: reason !== 'CrashLoopBackOff', state: { waiting: { reason, message } }, ...extra };
}

/** A container between two crashes. */
export function crashing(end: Fields, extra: Fields = {}): Fields {
  const terminated = { exitCode: 1, reason: 'Error', startedAt: minutesAgo(3), finishedAt: minutesAgo(2), ...end };
  return { ready: false, restartCount: 4, state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 1m20s' } }, lastState: { terminated }, ...extra };
}

let events = 0;

/** A Kubernetes Event about an object. */
export function event(about: ObjectPart, reason: string, message: string, { minutes = 1, count = 3, type = 'Warning', container }: { minutes?: number; count?: number; type?: string; container?: string } = {}): ObjectPart {
  events += 1;
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: `${about.metadata.name}.${events}`, namespace: about.metadata.namespace ?? 'default' },
    involvedObject: { apiVersion: about.apiVersion, kind: about.kind, name: about.metadata.name, namespace: about.metadata.namespace, ...(container === undefined ? {} : { fieldPath: `spec.containers{${container}}` }) },
    reason,
    message,
    type,
    count,
    firstTimestamp: minutesAgo(minutes + 5),
    lastTimestamp: minutesAgo(minutes),
  };
}

/** A Service that selects `app=<name>` and sends port 80 to 8080. */
export function service(name: string, { selector = { app: name }, ports = [{ port: 80, targetPort: 8080 }], ...spec }: { selector?: Record<string, string>; ports?: readonly Fields[]; [field: string]: unknown } = {}): ObjectPart {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace }, spec: { type: 'ClusterIP', clusterIP: '10.96.0.7', selector, ports, ...spec } };
}

/** A node that is ready. */
export function node(name = 'node-1', { conditions = [], spec = {}, labels = {}, allocatable = {} }: { conditions?: readonly Fields[]; spec?: Fields; labels?: Record<string, string>; allocatable?: Fields } = {}): ObjectPart {
  const given = new Set(conditions.map(({ type }) => type));
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: { 'kubernetes.io/hostname': name, ...labels } },
    spec,
    status: { conditions: [...conditions, ...(given.has('Ready') ? [] : [{ type: 'Ready', status: 'True' }])], allocatable: { cpu: '4', memory: '8Gi', pods: '110', ...allocatable } },
  };
}

/** Any other object of the namespace. */
export function other(apiVersion: string, kind: string, name: string, fields: Fields = {}): ObjectPart {
  return { apiVersion, kind, metadata: { name, namespace, creationTimestamp: minutesAgo(60) }, ...fields };
}

function podTemplate(name: string, container: Fields, template: Fields, labels: Record<string, string>): Fields {
  return {
    metadata: { labels },
    spec: { containers: [{ name, image: `registry.example/shop/${name}:1.0`, ports: [{ name: 'http', containerPort: 8080 }], ...container }], ...template },
  };
}
