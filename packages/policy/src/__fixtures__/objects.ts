import type { KubernetesObject } from '@auto-ops/contracts';
import type { LiveObject } from '../action-definition.ts';

const template = {
  metadata: { labels: { app: 'cart' } },
  spec: {
    serviceAccountName: 'cart',
    serviceAccount: 'cart',
    nodeSelector: { disk: 'fast' },
    containers: [
      {
        name: 'web',
        image: 'registry.example/cart:2',
        command: ['/bin/cart'],
        env: [
          { name: 'LOG_LEVEL', value: 'info' },
          { name: 'HOST', valueFrom: { configMapKeyRef: { name: 'settings', key: 'host' } } },
          { name: 'DB', valueFrom: { secretKeyRef: { name: 'database', key: 'url' } } },
        ],
        envFrom: [{ configMapRef: { name: 'shared' } }],
        resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '128Mi' } },
        readinessProbe: { httpGet: { path: '/health', port: 8081 }, periodSeconds: 5 },
        livenessProbe: { tcpSocket: { port: 8080 } },
      },
      { name: 'proxy', image: 'registry.example/proxy:1' },
    ],
    volumes: [
      { name: 'files', configMap: { name: 'settings', items: [{ key: 'a.conf', path: 'a.conf' }] } },
      { name: 'keys', secret: { secretName: 'database' } },
    ],
  },
};

/** A Deployment whose second revision is present. */
export const deployment: LiveObject = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    name: 'cart',
    namespace: 'shop',
    uid: 'd-1',
    resourceVersion: '200',
    generation: 7,
    annotations: { 'deployment.kubernetes.io/revision': '2' },
  },
  spec: { replicas: 2, template },
  status: { readyReplicas: 2 },
};

/** A ReplicaSet of `deployment`; `change` alters the copy of the template it keeps. */
function replicaSet(revision: number, change: (spec: any) => void = () => {}): KubernetesObject {
  const copy = JSON.parse(JSON.stringify(template));
  change(copy.spec);
  copy.metadata.labels['pod-template-hash'] = `h${revision}`;
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `cart-h${revision}`,
      namespace: 'shop',
      annotations: { 'deployment.kubernetes.io/revision': String(revision) },
      ownerReferences: [{ kind: 'Deployment', name: 'cart', uid: 'd-1', controller: true }],
    },
    spec: { template: copy },
  };
}

/** The revisions of `deployment`: the first one differs in image, command and ServiceAccount. */
export const related = {
  objects: [
    replicaSet(1, (spec) => {
      spec.containers[0].image = 'registry.example/cart:1';
      spec.containers[0].command = ['/usr/bin/cart'];
      spec.serviceAccountName = 'cart-old';
      spec.volumes[1].secret.secretName = 'database-old';
    }),
    replicaSet(2),
  ],
};

export const service: LiveObject = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'cart', namespace: 'shop', uid: 's-1' },
  spec: { selector: { app: 'cart-typo' }, ports: [{ name: 'web', port: 80, targetPort: 9999 }, { name: 'plain', port: 81 }] },
};

export const ingress: LiveObject = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'shop', namespace: 'shop', uid: 'i-1' },
  spec: {
    rules: [
      {
        host: 'shop.example',
        http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'cart-typo', port: { number: 80 } } } }] },
      },
    ],
  },
};

export const node: LiveObject = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'n1', uid: 'n-1' }, spec: { unschedulable: true } };

export const cronJob: LiveObject = {
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { name: 'nightly', namespace: 'shop', uid: 'c-1' },
  spec: { suspend: false, jobTemplate: { spec: { template } } },
};

export const claim: LiveObject = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data', namespace: 'shop', uid: 'p-1' },
  spec: { resources: { requests: { storage: '10Gi' } } },
};

export const pod: LiveObject = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: 'cart-h2-x',
    namespace: 'shop',
    uid: 'pod-1',
    ownerReferences: [{ kind: 'ReplicaSet', name: 'cart-h2', uid: 'r-2', controller: true }],
  },
};
