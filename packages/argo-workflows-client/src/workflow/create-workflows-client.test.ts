import { gzipSync } from 'node:zlib';
import { loopbackServer, type ReceivedRequest } from '@auto-ops/testing';
import { expect, it, onTestFinished, vi } from 'vitest';
import { quickPatience } from '../__fixtures__/quick-patience.ts';
import { workflowObject } from '../__fixtures__/workflow-object.ts';
import { openKubernetesApi } from '../connection/open-kubernetes-api.ts';
import { createWorkflowsClient } from './create-workflows-client.ts';
import { Workflow } from './workflow.ts';

async function clientOf(answer: Parameters<typeof loopbackServer>[0]) {
  const server = await loopbackServer(answer);
  const api = openKubernetesApi({ server: server.url }, quickPatience);
  onTestFinished(() => api.close());
  return { client: createWorkflowsClient(api, 'auto-ops', 5), requests: server.requests };
}

const query = (request: ReceivedRequest) => new URL(request.path, 'http://fake').searchParams;

it('lists page by page', async () => {
  const { client } = await clientOf((request) => ({
    body:
      query(request).get('continue') === null
        ? { metadata: { resourceVersion: '7', continue: 'next' }, items: [workflowObject('incident-a')] }
        : { metadata: { resourceVersion: '7' }, items: [workflowObject('incident-b')] },
  }));

  const { workflows, resourceVersion } = await client.list('a=b');

  expect(workflows.map(({ metadata }) => metadata.name)).toEqual(['incident-a', 'incident-b']);
  expect(resourceVersion).toBe('7');
});

it('creates from a template and nothing else, and takes a taken name for success', async () => {
  let isThere = false;
  const { client, requests } = await clientOf(() => {
    const answer = isThere ? { status: 409 } : { status: 201, body: {} };
    isThere = true;
    return answer;
  });
  const wanted = { name: 'incident-a', template: 'auto-ops-incident', parameters: { incident: 'a' } };

  const outcomes = [await client.create(wanted), await client.create(wanted)];

  expect(outcomes).toEqual(['created', 'exists']);
  expect(JSON.parse(requests[0]?.body ?? '')).toMatchObject({
    metadata: { name: 'incident-a', namespace: 'auto-ops' },
    spec: {
      workflowTemplateRef: { name: 'auto-ops-incident' },
      arguments: { parameters: [{ name: 'incident', value: 'a' }] },
    },
  });
});

it('says that Argo Workflows is missing where the API knows no workflows', async () => {
  const { client } = await clientOf(() => ({ status: 404 }));

  await expect(client.list()).rejects.toMatchObject({
    code: 'KUBERNETES_FAILED',
    hint: expect.stringContaining('CRDs'),
  });
});

it('watches from what it listed, and lists again after an interruption', async () => {
  let lists = 0;
  const { client, requests } = await clientOf((request) => {
    if (query(request).get('watch') === null) {
      lists += 1;
      return { body: { metadata: { resourceVersion: String(lists * 100) }, items: [workflowObject('incident-a')] } };
    }
    if (lists > 1) return { status: 410, body: { message: 'too old resource version' } };
    const events = [
      { type: 'MODIFIED', object: workflowObject('incident-a', { approve: 'Succeeded', version: '101' }) },
      { type: 'BOOKMARK', object: { kind: 'Workflow', metadata: { resourceVersion: '102' } } },
      { type: 'DELETED', object: workflowObject('incident-a', { version: '103' }) },
    ];
    return { body: `${events.map((event) => JSON.stringify(event)).join('\n')}\n` };
  });
  const told: string[] = [];

  const stop = client.watch({
    listed: (workflows) => told.push(`listed ${workflows.length}`),
    changed: (workflow) => told.push(`changed ${workflow.status.nodes['incident-a-1']?.phase}`),
    deleted: (workflow) => told.push(`deleted ${workflow.metadata.name}`),
    failed: () => told.push('failed'),
  });
  await vi.waitFor(() => expect(told).toContain('listed 1'));
  await vi.waitFor(() => expect(told.filter((word) => word === 'listed 1').length).toBeGreaterThan(2));
  stop();

  expect(told.slice(0, 5)).toEqual(['listed 1', 'changed Succeeded', 'deleted incident-a', 'failed', 'listed 1']);
  const watches = requests.filter((request) => query(request).get('watch') === 'true');
  expect(watches.map((request) => query(request).get('resourceVersion')).slice(0, 2)).toEqual(['100', '200']);
});

it('stops watching when it is told', async () => {
  const { client, requests } = await clientOf(() => ({ status: 500 }));
  const stop = client.watch({
    listed: () => undefined,
    changed: () => undefined,
    deleted: () => undefined,
    failed: () => undefined,
  });
  await vi.waitFor(() => expect(requests.length).toBeGreaterThan(0));

  stop();
  const before = requests.length;
  await new Promise((resolve) => setTimeout(resolve, 60));

  expect(requests.length - before).toBeLessThanOrEqual(1);
});

it('finds the log of a node by the name of its pod, and nothing where the pod is gone', async () => {
  const { client, requests } = await clientOf(({ path }) =>
    path.includes('1234') ? { body: 'line\n' } : { status: 404 },
  );
  const node = {
    type: 'Pod',
    templateName: 'route',
    name: 'incident-a.route',
    displayName: 'route',
    phase: 'Succeeded',
  };

  const log = await client.log('incident-a', { ...node, id: 'incident-a-1234' }, { tailLines: 10 });
  const gone = await client.log('incident-a', { ...node, id: 'incident-a-99' });

  expect(log).toBe('line\n');
  expect(gone).toBeUndefined();
  expect(requests[0]?.path).toBe(
    '/api/v1/namespaces/auto-ops/pods/incident-a-route-1234/log?container=main&tailLines=10',
  );
});

it('unpacks the nodes of a large workflow and refuses what cannot be unpacked', () => {
  const { status, ...rest } = workflowObject('incident-a');
  const packed = gzipSync(JSON.stringify(status.nodes)).toString('base64');

  const workflow = Workflow.parse({ ...rest, status: { phase: 'Running', compressedNodes: packed } });

  expect(Object.keys(workflow.status.nodes)).toEqual(['incident-a-1']);
  expect(Workflow.safeParse({ ...rest, status: { phase: 'Running', compressedNodes: 'AAAA' } }).success).toBe(false);
});

it('reads a workflow that the controller has not seen yet', () => {
  const { metadata } = workflowObject('incident-a');

  expect(Workflow.parse({ metadata }).status).toEqual({ phase: '', nodes: {} });
});
