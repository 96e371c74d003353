import { expect, test } from 'vitest';
import { answerFrom } from '../__fixtures__/answer-from.ts';
import { readerOf } from '../__fixtures__/reader-of.ts';
import type { Resource } from './resource.ts';

const deployments: Resource = {
  group: 'apps',
  version: 'v1',
  plural: 'deployments',
  kind: 'Deployment',
  isNamespaced: true,
};
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    plural: 'deployments',
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: `d${index}`, namespace: 'shop' },
  }));

test('reads every page and gives items the kind that lists leave out', async () => {
  const { reader, requests } = await readerOf(answerFrom(many(1201)));

  const listing = await reader.list(deployments, { namespace: 'shop' });

  expect(listing).toMatchObject({ complete: true });
  expect(listing.items).toHaveLength(1201);
  expect(listing.items[1200]).toMatchObject({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'd1200' } });
  expect(requests.map(({ path }) => path)).toEqual([
    '/apis/apps/v1/namespaces/shop/deployments?limit=500',
    '/apis/apps/v1/namespaces/shop/deployments?limit=500&continue=500',
    '/apis/apps/v1/namespaces/shop/deployments?limit=500&continue=1000',
  ]);
  expect(requests[0]?.headers.authorization).toBe('Bearer letmein');
});

test('says that a list is not complete where it stops', async () => {
  const { reader } = await readerOf(answerFrom(many(1201)));

  const listing = await reader.list(deployments, { maximumItems: 600 });

  expect(listing).toMatchObject({ complete: false, error: 'only the first 1000 were read' });
});

test('asks for metadata alone where that does', async () => {
  const { reader, requests } = await readerOf(answerFrom([]));

  await reader.list(deployments, { metadataOnly: true, labelSelector: 'a=b', fieldSelector: 'c=d' });

  expect(requests[0]?.headers.accept).toContain('as=PartialObjectMetadataList');
  expect(requests[0]?.path).toBe('/apis/apps/v1/deployments?limit=500&labelSelector=a%3Db&fieldSelector=c%3Dd');
});

const refusal = (status: number, message: string) => () => ({ status, body: { kind: 'Status', message } });

test.each([
  [refusal(403, 'deployments.apps is forbidden: User "x" cannot list'), /^forbidden: .* cannot list/],
  [refusal(404, 'the server could not find the requested resource'), /^the API server does not serve Deployment$/],
  [refusal(410, 'The provided continue parameter is too old'), /^the list expired after 0 items$/],
  [refusal(422, 'bad selector'), /422 bad selector/],
  [() => ({ body: 'not JSON' }), /^the answer is not a list/],
])('a refusal is the trouble of the kind alone', async (answer, error) => {
  const { reader, requests } = await readerOf(answer);

  const listing = await reader.list(deployments);

  expect(listing.complete).toBe(false);
  expect(listing.error).toMatch(error);
  expect(requests).toHaveLength(1);
});

test('tries again what may pass', async () => {
  let count = 0;
  const { reader, requests } = await readerOf((request) => {
    count += 1;
    return count < 3
      ? { status: count === 1 ? 503 : 429, headers: { 'retry-after': '0' } }
      : answerFrom(many(1))(request);
  });

  const listing = await reader.list(deployments);

  expect(listing.items).toHaveLength(1);
  expect(requests).toHaveLength(3);
});

test('gives up on what does not pass', async () => {
  const { reader, requests } = await readerOf(refusal(500, 'etcd is gone'));

  const listing = await reader.list(deployments);

  expect(listing.error).toContain('500 etcd is gone');
  expect(requests).toHaveLength(3);
});
