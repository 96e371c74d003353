import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyJsonPatch, type JsonPatchOperation } from './json-patch.ts';
import { type LoopbackAnswer, loopbackServer, type ReceivedRequest } from './loopback-server.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** An object as the fake keeps it. */
export interface FakeObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    uid: string;
    resourceVersion: string;
    generation?: number;
    [key: string]: unknown;
  };
  [key: string]: unknown;
}

/** A fake API server with optimistic concurrency: get, list, JSON Patch and delete, each also as a dry run. */
export interface KubernetesApi {
  readonly url: string;
  /** A kubeconfig file for it. */
  readonly kubeconfig: string;
  readonly requests: readonly ReceivedRequest[];
  /** Method and path of every write that changed something, in order. */
  readonly writes: readonly string[];
  get(path: string): FakeObject | undefined;
  /** Changes an object as another client would. */
  update(path: string, change: (object: FakeObject) => void): void;
  /** Answers instead of the fake where it returns something; `undefined` lets the fake answer. */
  intercept: (request: ReceivedRequest) => LoopbackAnswer | undefined;
  /** Awaited between a change and its answer, so that a test can kill the client there. */
  beforeAnswer: (request: ReceivedRequest) => Promise<void> | void;
}

/** Starts it with these objects; uid, version and generation are filled in. It stops when the running test ends. */
export async function kubernetesApi(objects: readonly Readonly<Record<string, unknown>>[]): Promise<KubernetesApi> {
  const store = new Map<string, FakeObject>();
  const writes: string[] = [];
  let version = 1000;
  for (const object of objects) {
    const copy = structuredClone(object) as FakeObject;
    version += 1;
    copy.metadata.uid ??= `uid-${copy.kind.toLowerCase()}-${copy.metadata.name}`;
    copy.metadata.resourceVersion = String(version);
    if (copy.spec !== undefined && copy.kind !== 'Service' && copy.kind !== 'Pod') copy.metadata.generation ??= 1;
    store.set(pathOf(copy), copy);
  }

  function put(path: string, before: FakeObject, after: FakeObject): FakeObject {
    version += 1;
    after.metadata.resourceVersion = String(version);
    const isOtherSpec = JSON.stringify(before.spec) !== JSON.stringify(after.spec);
    if (after.metadata.generation !== undefined && isOtherSpec) after.metadata.generation += 1;
    store.set(path, after);
    return after;
  }

  function answer(request: ReceivedRequest): LoopbackAnswer {
    const own = api.intercept(request);
    if (own !== undefined) return own;
    const { pathname: path, searchParams } = new URL(request.path, 'http://fake');
    const isDryRun = searchParams.get('dryRun') === 'All';
    const object = store.get(path);
    if (request.method === 'GET') return object === undefined ? listOf(path) : { body: object };
    if (object === undefined) return status(404, 'NotFound', `${path} not found`);
    const body: unknown = JSON.parse(request.body === '' ? '{}' : request.body);

    if (request.method === 'DELETE') {
      const { preconditions } = body as { preconditions?: { uid?: string; resourceVersion?: string } };
      const isStale =
        preconditions?.resourceVersion !== undefined &&
        preconditions.resourceVersion !== object.metadata.resourceVersion;
      if (isStale || (preconditions?.uid ?? object.metadata.uid) !== object.metadata.uid)
        return status(409, 'Conflict', 'precondition failed');
      if (!isDryRun) {
        store.delete(path);
        writes.push(`DELETE ${path}`);
      }
      return { body: object };
    }
    if (request.method !== 'PATCH') return status(405, 'MethodNotAllowed', request.method);
    if (request.headers['content-type'] !== 'application/json-patch+json')
      return status(415, 'UnsupportedMediaType', 'not a JSON Patch');
    let after: FakeObject;
    try {
      after = applyJsonPatch(object, body as JsonPatchOperation[]);
    } catch (error) {
      return status(422, 'Invalid', (error as Error).message);
    }
    if (after.metadata.resourceVersion !== object.metadata.resourceVersion)
      return status(409, 'Conflict', 'the object has been modified');
    if (isDryRun) return { body: after };
    writes.push(`PATCH ${path}`);
    return { body: put(path, object, after) };
  }

  function listOf(path: string): LoopbackAnswer {
    const parentOf = (key: string) => key.slice(0, key.lastIndexOf('/'));
    const everywhere = (key: string) => key.replace(/\/namespaces\/[^/]+(?=\/[^/]+\/)/, '');
    const items = [...store]
      .filter(([key]) => parentOf(key) === path || parentOf(everywhere(key)) === path)
      .map(([, item]) => item);
    if (!isCollection(path)) return status(404, 'NotFound', `${path} not found`);
    return { body: { kind: 'List', apiVersion: 'v1', metadata: {}, items } };
  }

  const server = await loopbackServer(async (request) => {
    const answered = answer(request);
    await api.beforeAnswer(request);
    return answered;
  });
  const kubeconfig = join(temporaryFolder(), 'kubeconfig');
  writeFileSync(kubeconfig, JSON.stringify(configFor(server.url)));
  const api: KubernetesApi = {
    url: server.url,
    kubeconfig,
    requests: server.requests,
    writes,
    get: (path) => structuredClone(store.get(path)),
    update(path, change) {
      const before = store.get(path);
      if (before === undefined) throw new Error(`there is no ${path}`);
      const after = structuredClone(before);
      change(after);
      put(path, before, after);
    },
    intercept: () => undefined,
    beforeAnswer: () => undefined,
  };
  return api;
}

function isCollection(path: string): boolean {
  const rest = path.replace(/^\/(api\/[^/]+|apis\/[^/]+\/[^/]+)\//, '').replace(/^namespaces\/[^/]+\/(?=.)/, '');
  return !rest.includes('/');
}

function pathOf({ apiVersion, kind, metadata }: FakeObject): string {
  const base = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const inside = metadata.namespace === undefined ? '' : `/namespaces/${metadata.namespace}`;
  return `${base}${inside}/${pluralOf(kind.toLowerCase())}/${metadata.name}`;
}

function pluralOf(kind: string): string {
  // The one that Argo Events left as it is.
  if (kind === 'eventbus') return kind;
  if (kind.endsWith('s')) return `${kind}es`;
  return /[^aeiou]y$/.test(kind) ? `${kind.slice(0, -1)}ies` : `${kind}s`;
}

function status(code: number, reason: string, message: string): LoopbackAnswer {
  return { status: code, body: { kind: 'Status', apiVersion: 'v1', status: 'Failure', code, reason, message } };
}

function configFor(url: string) {
  return {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'fake', cluster: { server: url, 'insecure-skip-tls-verify': true } }],
    users: [{ name: 'fake', user: { token: 'fake' } }],
    contexts: [{ name: 'fake', context: { cluster: 'fake', user: 'fake' } }],
    'current-context': 'fake',
  };
}
