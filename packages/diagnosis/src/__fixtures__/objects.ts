type Fields = Record<string, unknown>;

const namespace = 'shop';
const created = '2026-01-01T10:00:00Z';

function deployment(name: string, { replicas = 1, ready = 0, spec = {}, status = {} }: { replicas?: number; ready?: number; spec?: Fields; status?: Fields } = {}) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace, uid: `deployment-${name}`, generation: 1, creationTimestamp: created },
    spec: {
      replicas,
      selector: { matchLabels: { app: name } },
      template: { metadata: { labels: { app: name } }, spec: { containers: [{ name, image: `registry.local/${name}:1` }], ...spec } },
    },
    status: { observedGeneration: 1, replicas, updatedReplicas: replicas, readyReplicas: ready, ...status },
  };
}

function replicaSet(name: string, { revision = 1, hash = '7d9', at = created, container = {} }: { revision?: number; hash?: string; at?: string; container?: Fields } = {}) {
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${name}-${hash}`,
      namespace,
      uid: `replicaset-${name}-${hash}`,
      creationTimestamp: at,
      annotations: { 'deployment.kubernetes.io/revision': String(revision) },
      ownerReferences: [{ apiVersion: 'apps/v1', kind: 'Deployment', name, uid: `deployment-${name}`, controller: true }],
    },
    spec: { template: { metadata: { labels: { app: name } }, spec: { containers: [{ name, image: `registry.local/${name}:1`, ...container }] } } },
  };
}

function pod(name: string, { app = name.split('-')[0] ?? name, hash = '7d9', at = created, spec = {}, status = {} }: { app?: string; hash?: string; at?: string; spec?: Fields; status?: Fields } = {}) {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace,
      uid: `pod-${name}`,
      creationTimestamp: at,
      labels: { app },
      ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: `${app}-${hash}`, uid: `replicaset-${app}-${hash}`, controller: true }],
    },
    spec: { nodeName: 'node-1', containers: [{ name: app, image: `registry.local/${app}:1` }], ...spec },
    status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }], containerStatuses: [{ name: app, ready: true, restartCount: 0, state: { running: { startedAt: created } } }], ...status },
  };
}

/** The status of a pod whose image does not exist. */
function imageMissing(name: string): Fields {
  return {
    phase: 'Pending',
    conditions: [{ type: 'Ready', status: 'False' }],
    containerStatuses: [
      { name, restartCount: 0, image: `registry.local/${name}:nope`, state: { waiting: { reason: 'ImagePullBackOff', message: `Back-off pulling image "registry.local/${name}:nope": rpc error: code = NotFound desc = failed to pull and unpack image: not found` } } },
    ],
  };
}

function service(name: string, app = name) {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace, uid: `service-${name}` }, spec: { selector: { app }, ports: [{ port: 80, targetPort: 8080 }] } };
}

function ingress(name: string, to: string) {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name, namespace, uid: `ingress-${name}` },
    spec: { rules: [{ http: { paths: [{ path: '/', backend: { service: { name: to, port: { number: 80 } } } }] } }] },
  };
}

function node(name: string, { spec = {}, ready = 'True' }: { spec?: Fields; ready?: string } = {}) {
  return { apiVersion: 'v1', kind: 'Node', metadata: { name, uid: `node-${name}` }, spec, status: { conditions: [{ type: 'Ready', status: ready, reason: ready === 'True' ? 'KubeletReady' : 'NodeStatusUnknown', lastTransitionTime: '2026-01-01T11:40:00Z' }] } };
}

/** Kubernetes objects as tests need them, each the smallest that means something. */
export const objects = { deployment, replicaSet, pod, imageMissing, service, ingress, node };
