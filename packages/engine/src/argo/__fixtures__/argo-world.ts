import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createArgoServerClient,
  createWorkflowsClient,
  openKubernetesApi,
  type Patience,
} from '@auto-ops/argo-workflows-client';
import type { Logger } from '@auto-ops/runtime';
import { onTestFinished } from 'vitest';
import type { ArgoEngine } from '../argo-engine.ts';
import { createArgoEngine } from '../create-argo-engine.ts';
import { createEventSource } from '../create-event-source.ts';
import type { Delays } from '../delays.ts';

type Object = { metadata: { name: string; uid: string; resourceVersion: string; creationTimestamp: string; [key: string]: unknown }; [key: string]: unknown };
export type FakeNode = { id: string; type: string; phase: string; [key: string]: unknown };

const patience: Patience = { tries: 2, firstDelayMilliseconds: 1, isPassing: (status) => status > 500 };
const delays: Partial<Delays> = { post: 40, posts: 2, wake: 60, wakes: 2, stop: 40 };

/** A cluster as far as the engine sees it: an API server with a watch, an Argo Server, an event source and a Sensor behind it. */
export async function argoWorld() {
  const kept = { workflows: new Map<string, Object>(), configmaps: new Map<string, Object>() };
  const watchers = new Set<ServerResponse>();
  const history: { version: number; line: string }[] = [];
  const log: string[] = [];
  let version = 1;

  const world = {
    log,
    /** What the event source and the Sensor do with an event. */
    events: 'work' as 'work' | 'lose' | 'fail' | 'double',
    /** Whether the API server answers at all. */
    isUp: true,
    workflow: (name: string) => kept.workflows.get(name),
    configMap: (name: string) => kept.configmaps.get(name),
    workflows: () => [...kept.workflows.keys()],
    createWorkflow: (name: string) => put('workflows', name, { spec: {}, status: { phase: 'Running', nodes: {} } }, 'ADDED'),
    /** Sets phase and nodes of a Workflow, as the controller would. */
    move(name: string, phase: string, nodes: readonly FakeNode[] = []) {
      const all = Object.fromEntries(nodes.map((node) => [node.id, { name: `${name}.${node.id}`, ...node }]));
      change('workflows', name, (object) => {
        object.status = { phase, startedAt: '2026-11-21T10:00:00Z', nodes: all };
      });
    },
    suspend: (name: string) => world.move(name, 'Running', [{ id: `${name}-9`, displayName: 'approve', type: 'Suspend', templateName: 'approve', phase: 'Running' }]),
    removeWorkflow(name: string) {
      const object = kept.workflows.get(name);
      kept.workflows.delete(name);
      version += 1;
      if (object !== undefined) tell('DELETED', { ...object, metadata: { ...object.metadata, resourceVersion: String(version) } });
    },
    /** Ends every open watch without a word. */
    cutWatches() {
      for (const watcher of watchers) watcher.destroy();
    },
    open(over: Partial<Delays> = {}, clock?: () => Date): ArgoEngine {
      const kubernetes = openKubernetesApi({ server: url }, patience);
      const workflows = createWorkflowsClient(kubernetes, 'auto-ops', 10);
      const server = createArgoServerClient({ server: url }, workflows, 'auto-ops', patience);
      const engine = createArgoEngine({
        kubernetes, workflows, server, namespace: 'auto-ops', template: 'auto-ops-incident',
        events: createEventSource(`${url}/events`, () => 'word'),
        logger: { info() {}, warn() {}, error() {} } as unknown as Logger,
        delays: { ...delays, ...over },
        ...(clock !== undefined && { clock }),
      });
      onTestFinished(() => engine.close());
      return engine;
    },
  };

  function tell(type: string, object: unknown): void {
    const line = `${JSON.stringify({ type, object })}\n`;
    history.push({ version, line });
    for (const watcher of watchers) watcher.write(line);
  }

  function put(kind: 'workflows' | 'configmaps', name: string, object: object, type: string): void {
    version += 1;
    const whole = { ...(object as Object) };
    const fresh: Partial<Object['metadata']> = { uid: `uid-${version}`, creationTimestamp: new Date().toISOString() };
    whole.metadata = { ...fresh, ...whole.metadata, name, resourceVersion: String(version) };
    kept[kind].set(name, whole);
    if (kind === 'workflows') tell(type, whole);
  }

  function change(kind: 'workflows' | 'configmaps', name: string, edit: (object: Object) => void): void {
    const copy = structuredClone(kept[kind].get(name));
    if (copy === undefined) throw new Error(`there is no ${name}`);
    edit(copy);
    put(kind, name, copy, 'MODIFIED');
  }

  function sensor({ id, kind }: { id: string; kind: string }): void {
    const name = `incident-${id}`;
    if (kind === 'incident' && !kept.workflows.has(name)) world.createWorkflow(name);
    if (kind === 'decision') endWaits(name, () => true);
  }

  function endWaits(name: string, matches: (id: string) => boolean): boolean {
    let isChanged = false;
    change('workflows', name, (object) => {
      for (const node of Object.values((object.status as { nodes: Record<string, FakeNode> }).nodes)) {
        if (node.type !== 'Suspend' || node.phase !== 'Running' || !matches(node.id)) continue;
        node.phase = 'Succeeded';
        isChanged = true;
      }
    });
    return isChanged;
  }

  function answer(method: string, path: string, body: any): [number, unknown] {
    if (path.startsWith('/events')) {
      log.push(['event', body.kind, body.id, body.severity].filter(Boolean).join(' '));
      if (world.events === 'fail') return [500, {}];
      if (world.events !== 'lose') sensor(body);
      if (world.events === 'double') sensor(body);
      return [200, {}];
    }
    const operation = /^\/api\/v1\/workflows\/auto-ops\/([^/]+)\/(\w+)$/.exec(path);
    if (operation !== null) {
      const [, name = '', verb] = operation;
      log.push(`${verb} ${name}`);
      if (!kept.workflows.has(name)) return [404, {}];
      if (verb === 'stop') {
        change('workflows', name, (object) => { object.spec = { shutdown: 'Stop' }; });
        return [200, {}];
      }
      return endWaits(name, (id) => body.nodeFieldSelector === `id=${id}`) ? [200, {}] : [500, { message: 'no match' }];
    }
    if (!world.isUp) return [503, {}];
    const kind = path.includes('/configmaps') ? 'configmaps' : 'workflows';
    const name = new RegExp(`/${kind}/([^/?]+)`).exec(path)?.[1];
    const object = name === undefined ? undefined : kept[kind].get(name);
    if (method === 'POST') {
      if (kept[kind].has(body.metadata.name)) return [409, {}];
      log.push(`create ${kind} ${body.metadata.name}`);
      put(kind, body.metadata.name, kind === 'workflows' ? { status: { phase: '' }, ...body } : body, 'ADDED');
      return [201, {}];
    }
    if (name === undefined) return [200, { metadata: { resourceVersion: String(version) }, items: [...kept[kind].values()] }];
    if (object === undefined) return [404, {}];
    if (method === 'PATCH') {
      change(kind, name, ({ metadata }) => { metadata.annotations = { ...(metadata.annotations as object), ...body.metadata.annotations }; });
    }
    if (method === 'DELETE') {
      log.push(`delete ${kind} ${name}`);
      kept[kind].delete(name);
    }
    return [200, kept[kind].get(name) ?? {}];
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const path = request.url ?? '/';
    if (path.includes('watch=true') && world.isUp) {
      response.writeHead(200).flushHeaders();
      watchers.add(response);
      const from = Number(new URL(path, 'http://fake').searchParams.get('resourceVersion'));
      for (const event of history) if (event.version > from) response.write(event.line);
      response.on('close', () => watchers.delete(response));
      return;
    }
    const [status, body] = answer(request.method ?? 'GET', path, text === '' ? {} : JSON.parse(text));
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return world;
}
