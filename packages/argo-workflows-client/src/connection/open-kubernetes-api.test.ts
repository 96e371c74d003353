import { loopbackServer } from '@auto-ops/testing';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { quickPatience } from '../__fixtures__/quick-patience.ts';
import { openKubernetesApi } from './open-kubernetes-api.ts';

const Named = z.object({ name: z.string() });

async function apiThat(answer: Parameters<typeof loopbackServer>[0], token = () => 'word') {
  const server = await loopbackServer(answer);
  const api = openKubernetesApi({ server: server.url, token }, quickPatience);
  onTestFinished(() => api.close());
  return { api, server };
}

it('repeats what may pass, with the token of the moment', async () => {
  let asked = 0;
  const { api, server } = await apiThat(
    () => {
      asked += 1;
      return asked < 3 ? { status: 503 } : { body: { name: 'one', more: true } };
    },
    () => `token-${asked}`,
  );

  const answer = await api.read(Named, '/api/v1/things/one');

  expect(answer).toEqual({ name: 'one' });
  expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer token-0',
    'Bearer token-1',
    'Bearer token-2',
  ]);
});

it.each([
  [401, 'KUBERNETES_UNAUTHORIZED', 1],
  [403, 'KUBERNETES_FORBIDDEN', 1],
  [422, 'KUBERNETES_FAILED', 1],
  [503, 'KUBERNETES_FAILED', 3],
])('gives up on %i as %s after %i tries, with the words of the server', async (status, code, tries) => {
  const { api, server } = await apiThat(() => ({ status, body: { message: 'because of quota' } }));

  const promise = api.read(Named, '/api/v1/things/one');

  await expect(promise).rejects.toMatchObject({ code, message: expect.stringContaining('because of quota') });
  expect(server.requests).toHaveLength(tries);
});

it('answers undefined for what is not there, and exists for a taken name', async () => {
  const { api } = await apiThat(({ method }) => ({ status: method === 'GET' ? 404 : 409 }));

  expect(await api.read(Named, '/api/v1/things/one')).toBeUndefined();
  expect(await api.create('/api/v1/things', {})).toBe('exists');
});

it('names the field of an answer that does not fit', async () => {
  const { api } = await apiThat(() => ({ body: { name: 3 } }));

  const promise = api.read(Named, '/api/v1/things/one');

  await expect(promise).rejects.toMatchObject({ code: 'KUBERNETES_FAILED', message: expect.stringContaining('name') });
});

it('says that nobody answers', async () => {
  const api = openKubernetesApi({ server: 'http://127.0.0.1:1' }, quickPatience);

  await expect(api.read(Named, '/version')).rejects.toMatchObject({ code: 'KUBERNETES_UNREACHABLE', exit: 75 });
});
