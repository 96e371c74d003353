import { type LoopbackAnswer, loopbackServer, type ReceivedRequest } from '@auto-ops/testing';
import { expect, it, onTestFinished } from 'vitest';
import { quickPatience } from '../__fixtures__/quick-patience.ts';
import { workflowObject } from '../__fixtures__/workflow-object.ts';
import { openKubernetesApi } from '../connection/open-kubernetes-api.ts';
import { createWorkflowsClient } from '../workflow/create-workflows-client.ts';
import { createArgoServerClient } from './create-argo-server-client.ts';

const id = 'incident-a-1';

/** An Argo Server that answers `answer`, and an API server that has the given workflow. */
async function clientOf(answer: (request: ReceivedRequest) => LoopbackAnswer, workflow?: unknown) {
  const server = await loopbackServer((request) =>
    request.method === 'PUT' ? answer(request) : workflow === undefined ? { status: 404 } : { body: workflow },
  );
  const api = openKubernetesApi({ server: server.url }, quickPatience);
  const workflows = createWorkflowsClient(api, 'auto-ops');
  const client = createArgoServerClient(
    { server: server.url, token: () => 'word' },
    workflows,
    'auto-ops',
    quickPatience,
  );
  onTestFinished(() => {
    client.close();
    api.close();
  });
  return { client, puts: () => server.requests.filter(({ method }) => method === 'PUT') };
}

it('sets phase, message and outputs of one node, the outputs as text', async () => {
  const { client, puts } = await clientOf(() => ({ body: {} }));

  await client.setNode(
    'incident-a',
    { id },
    { phase: 'Succeeded', message: 'so it is', outputParameters: { decision: 'unread' } },
  );

  expect(puts().map(({ path, headers }) => [path, headers.authorization])).toEqual([
    ['/api/v1/workflows/auto-ops/incident-a/set', 'Bearer word'],
  ]);
  expect(JSON.parse(puts()[0]?.body ?? '')).toEqual({
    nodeFieldSelector: `id=${id}`,
    phase: 'Succeeded',
    message: 'so it is',
    outputParameters: '{"decision":"unread"}',
  });
});

it.each([[{}], [{ id: '' }], [{ id: undefined }], [{ id, displayName: ' ' }]])(
  'refuses the selector %o before anything is sent',
  async (selector) => {
    const { client, puts } = await clientOf(() => ({ body: {} }));

    await expect(client.resumeNode('incident-a', selector)).rejects.toMatchObject({ code: 'NODE_SELECTOR_EMPTY' });
    await expect(client.setNode('incident-a', selector, {})).rejects.toMatchObject({ code: 'NODE_SELECTOR_EMPTY' });
    await expect(client.stopNode('incident-a', selector)).rejects.toMatchObject({ code: 'NODE_SELECTOR_EMPTY' });
    expect(puts()).toEqual([]);
  },
);

it('escapes what would change the meaning of a selector', async () => {
  const { client, puts } = await clientOf(() => ({ body: {} }));

  await client.resumeNode('incident-a', { displayName: 'collect(0:a,id=b)' });

  expect(JSON.parse(puts()[0]?.body ?? '').nodeFieldSelector).toBe('displayName=collect(0:a\\,id\\=b)');
});

it('reads the workflow again after a 500: a node that does not wait is no failure of the server', async () => {
  const refused = () => ({ status: 500, body: { code: 13, message: 'no suspend nodes matching nodeFieldSelector' } });
  const decided = await clientOf(refused, workflowObject('incident-a', { approve: 'Succeeded' }));
  const waiting = await clientOf(refused, workflowObject('incident-a'));
  const gone = await clientOf(refused);

  await expect(decided.client.resumeNode('incident-a', { id })).rejects.toMatchObject({ code: 'NODE_NOT_WAITING' });
  await expect(waiting.client.resumeNode('incident-a', { id })).rejects.toMatchObject({ code: 'ARGO_SERVER_FAILED' });
  await expect(gone.client.resumeNode('incident-a', { id })).rejects.toMatchObject({ code: 'RUN_UNKNOWN' });
  expect(decided.puts()).toHaveLength(1);
});

it('stops a workflow, once', async () => {
  const fine = await clientOf(() => ({ body: {} }));
  const over = await clientOf(() => ({ status: 500 }), workflowObject('incident-a', { phase: 'Failed' }));
  const running = await clientOf(() => ({ status: 500 }), workflowObject('incident-a'));

  await fine.client.stop('incident-a');
  await over.client.stop('incident-a');

  expect(fine.puts()[0]).toMatchObject({ path: '/api/v1/workflows/auto-ops/incident-a/stop', body: '{}' });
  await expect(running.client.stop('incident-a')).rejects.toMatchObject({ code: 'ARGO_SERVER_FAILED' });
});

it.each([
  [401, 'ARGO_SERVER_REFUSED', 1],
  [403, 'ARGO_SERVER_REFUSED', 1],
  [404, 'RUN_UNKNOWN', 1],
  [503, 'ARGO_SERVER_FAILED', 3],
])('turns %i into %s after %i tries', async (status, code, tries) => {
  const { client, puts } = await clientOf(() => ({ status }), workflowObject('incident-a'));

  await expect(client.resumeNode('incident-a', { id })).rejects.toMatchObject({ code });
  expect(puts()).toHaveLength(tries);
});

it('says that nobody answers', async () => {
  const api = openKubernetesApi({ server: 'http://127.0.0.1:1' }, quickPatience);
  const workflows = createWorkflowsClient(api, 'auto-ops');
  const client = createArgoServerClient({ server: 'http://127.0.0.1:1' }, workflows, 'auto-ops', quickPatience);

  await expect(client.stop('incident-a')).rejects.toMatchObject({ code: 'ARGO_SERVER_UNREACHABLE', exit: 75 });
});
