import { expect, test } from 'vitest';
import { kubernetesApi } from './kubernetes-api.ts';

const path = '/apis/apps/v1/namespaces/shop/deployments/cart';
const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'cart', namespace: 'shop' },
  spec: { replicas: 1 },
};

async function patch(url: string, operations: readonly unknown[], query = ''): Promise<number> {
  const headers = { 'content-type': 'application/json-patch+json' };
  return (await fetch(`${url}${path}${query}`, { method: 'PATCH', headers, body: JSON.stringify(operations) })).status;
}

test('keeps a change of the present version and refuses one of an older', async () => {
  const api = await kubernetesApi([deployment]);
  const version = api.get(path)?.metadata.resourceVersion;
  const operations = [
    { op: 'replace', path: '/metadata/resourceVersion', value: version },
    { op: 'replace', path: '/spec/replicas', value: 3 },
  ];

  const first = await patch(api.url, operations);
  const second = await patch(api.url, operations);

  expect([first, second]).toEqual([200, 409]);
  expect(api.get(path)).toMatchObject({ spec: { replicas: 3 }, metadata: { generation: 2 } });
  expect(api.writes).toEqual([`PATCH ${path}`]);
});

test('changes nothing in a dry run and nothing where a test fails', async () => {
  const api = await kubernetesApi([deployment]);

  const dry = await patch(api.url, [{ op: 'replace', path: '/spec/replicas', value: 3 }], '?dryRun=All');
  const wrong = await patch(api.url, [{ op: 'test', path: '/spec/replicas', value: 7 }]);

  expect([dry, wrong]).toEqual([200, 422]);
  expect(api.get(path)).toMatchObject({ spec: { replicas: 1 } });
  expect(api.writes).toEqual([]);
});

test('lists a collection and deletes the object of that uid alone', async () => {
  const api = await kubernetesApi([deployment]);
  const remove = (uid: string) =>
    fetch(`${api.url}${path}`, { method: 'DELETE', body: JSON.stringify({ preconditions: { uid } }) });

  const list = await (await fetch(`${api.url}/apis/apps/v1/namespaces/shop/deployments`)).json();
  const other = await remove('uid-other');
  const right = await remove('uid-deployment-cart');

  expect(list).toMatchObject({ items: [{ metadata: { name: 'cart' } }] });
  expect([other.status, right.status]).toEqual([409, 200]);
  expect(api.get(path)).toBeUndefined();
});
