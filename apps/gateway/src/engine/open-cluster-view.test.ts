import { openKubernetesApi } from '@auto-ops/argo-workflows-client';
import { loopbackServer } from '@auto-ops/testing';
import { expect, it, onTestFinished } from 'vitest';
import { incidentDocument } from '../__fixtures__/incident-document.ts';
import { openClusterView } from './open-cluster-view.ts';

const run = 'incident-by-hand';
const labels = { 'auto-ops.dev/run': run };
const text = JSON.stringify(incidentDocument('by-hand'));

it.each([
  ['of the run', { metadata: { labels }, data: { 'incident.json': text } }, 'by-hand'],
  ['without the label of the run', { metadata: {}, data: { 'incident.json': text } }, undefined],
  [
    'of another run',
    { metadata: { labels: { 'auto-ops.dev/run': 'other' } }, data: { 'incident.json': text } },
    undefined,
  ],
  ['without an incident', { metadata: { labels }, data: {} }, undefined],
  ['with what is no JSON', { metadata: { labels }, data: { 'incident.json': '{' } }, undefined],
  ['with what is no incident', { metadata: { labels }, data: { 'incident.json': '{"id":"by-hand"}' } }, undefined],
  ['that is not there', undefined, undefined],
])('reads the incident of a ConfigMap %s', async (_, body, id) => {
  const server = await loopbackServer(() => (body === undefined ? { status: 404 } : { body }));
  const api = openKubernetesApi({ server: server.url });
  onTestFinished(() => api.close());
  const view = openClusterView(api, { get: async () => undefined }, 'auto-ops');

  expect((await view.incidentOf(run))?.id).toBe(id);
  expect(server.requests.map(({ path }) => path)).toEqual([`/api/v1/namespaces/auto-ops/configmaps/${run}`]);
});

it('asks for no name that could be another path', async () => {
  const server = await loopbackServer(() => ({ status: 404 }));
  const api = openKubernetesApi({ server: server.url });
  onTestFinished(() => api.close());
  const view = openClusterView(api, { get: async () => undefined }, 'auto-ops');

  expect(await view.incidentOf('incident-../../secrets/x')).toBeUndefined();
  expect(await view.hasWorkflow('incident-a')).toBe(false);
  expect(server.requests).toEqual([]);
});
