import { Agent, request } from 'node:https';
import type { Connection } from './kubeconfig.ts';

/** A Kubernetes object as the API returns it. */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    deletionTimestamp?: string;
    [field: string]: unknown;
  };
  [field: string]: unknown;
}

interface Resource {
  name: string;
  kind: string;
  namespaced: boolean;
}

const groups: Record<string, string> = {
  Deployment: 'apps/v1',
  ReplicaSet: 'apps/v1',
  StatefulSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  Job: 'batch/v1',
  CronJob: 'batch/v1',
  Ingress: 'networking.k8s.io/v1',
  NetworkPolicy: 'networking.k8s.io/v1',
  HorizontalPodAutoscaler: 'autoscaling/v2',
  EndpointSlice: 'discovery.k8s.io/v1',
  StorageClass: 'storage.k8s.io/v1',
  Role: 'rbac.authorization.k8s.io/v1',
  RoleBinding: 'rbac.authorization.k8s.io/v1',
  WorkflowTemplate: 'argoproj.io/v1alpha1',
};

/** A client of the Kubernetes API with an administrator's rights, used to set scenarios up and to look at them. */
export function createKubernetes(connection: Connection) {
  const agent = new Agent({
    keepAlive: true,
    maxSockets: 16,
    ...(connection.authority ? { ca: connection.authority } : {}),
    ...(connection.certificate ? { cert: connection.certificate } : {}),
    ...(connection.key ? { key: connection.key } : {}),
  });
  const discovered = new Map<string, Promise<Resource[]>>();

  function send(method: string, path: string, body?: unknown, type = 'application/json'): Promise<string> {
    return new Promise((resolve, reject) => {
      const outgoing = request(new URL(path, connection.server), {
        method,
        agent,
        timeout: 20_000,
        headers: {
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': type }),
          ...(connection.token ? { authorization: `Bearer ${connection.token}` } : {}),
        },
      });
      outgoing.on('response', (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (part: string) => {
          text += part;
        });
        incoming.on('end', () => {
          const status = incoming.statusCode ?? 0;
          if (status >= 200 && status < 300) resolve(text);
          else reject(new Error(`${method} ${path} answered ${status}: ${text.slice(0, 600)}`, { cause: status }));
        });
      });
      outgoing.on('timeout', () => outgoing.destroy(new Error(`${method} ${path} timed out`)));
      outgoing.on('error', reject);
      outgoing.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  async function resource(apiVersion: string, kind: string): Promise<Resource> {
    const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    let list = discovered.get(root);
    if (!list) {
      list = send('GET', root).then((text) => JSON.parse(text).resources as Resource[]);
      discovered.set(root, list);
    }
    const found = (await list).find((entry) => entry.kind === kind && !entry.name.includes('/'));
    if (!found) throw new Error(`the cluster knows no ${apiVersion} ${kind}`);
    return found;
  }

  async function path(apiVersion: string, kind: string, namespace?: string, name?: string): Promise<string> {
    const { name: plural, namespaced } = await resource(apiVersion, kind);
    const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const scope = namespaced && namespace ? `/namespaces/${namespace}` : '';
    return `${root}${scope}/${plural}${name ? `/${name}` : ''}`;
  }

  async function absent<T>(answer: Promise<T>): Promise<T | undefined> {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof Error && error.cause === 404) return undefined;
      throw error;
    }
  }

  return {
    send,
    async isNamespaced(object: KubernetesObject): Promise<boolean> {
      return (await resource(object.apiVersion, object.kind)).namespaced;
    },
    async apply(object: KubernetesObject, manager = 'deploy-pipeline'): Promise<void> {
      const target = await path(object.apiVersion, object.kind, object.metadata.namespace, object.metadata.name);
      await send('PATCH', `${target}?fieldManager=${manager}&force=true`, object, 'application/apply-patch+yaml');
    },
    async get(kind: string, namespace: string | undefined, name: string): Promise<KubernetesObject | undefined> {
      const target = await path(groups[kind] ?? 'v1', kind, namespace, name);
      return absent(send('GET', target).then((text) => JSON.parse(text) as KubernetesObject));
    },
    async list(kind: string, namespace?: string, selector?: string): Promise<KubernetesObject[]> {
      const target = await path(groups[kind] ?? 'v1', kind, namespace);
      const query = selector ? `?labelSelector=${encodeURIComponent(selector)}` : '';
      return JSON.parse(await send('GET', target + query)).items as KubernetesObject[];
    },
    async remove(object: Pick<KubernetesObject, 'apiVersion' | 'kind' | 'metadata'>): Promise<void> {
      const target = await path(object.apiVersion, object.kind, object.metadata.namespace, object.metadata.name);
      await absent(send('DELETE', `${target}?propagationPolicy=Background`));
    },
    async logs(namespace: string, pod: string, previous: boolean): Promise<string> {
      const query = `tailLines=200${previous ? '&previous=true' : ''}`;
      try {
        return await send('GET', `/api/v1/namespaces/${namespace}/pods/${pod}/log?${query}`);
      } catch {
        return ''; // the container has not started, or its node does not answer
      }
    },
    async token(namespace: string, account: string, seconds: number): Promise<string> {
      const body = {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenRequest',
        spec: { expirationSeconds: seconds },
      };
      const text = await send('POST', `/api/v1/namespaces/${namespace}/serviceaccounts/${account}/token`, body);
      return JSON.parse(text).status.token as string;
    },
    close: () => agent.destroy(),
  };
}

export type Kubernetes = ReturnType<typeof createKubernetes>;
