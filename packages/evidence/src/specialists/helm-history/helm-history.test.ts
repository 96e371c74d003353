import { gzipSync } from 'node:zlib';
import type { LoopbackAnswer, ReceivedRequest } from '@auto-ops/testing';
import { expect, test } from 'vitest';
import { requestFor } from '../../__fixtures__/request-for.ts';
import { specialist } from './index.ts';

const password = 'correct-horse-battery';
const release = (version: number, chart: string, config: object, changes: object = {}) => ({
  name: 'web',
  namespace: 'shop',
  version,
  info: {
    first_deployed: '2026-11-20T08:00:00Z',
    last_deployed: `2026-11-21T1${version}:00:00.123456789+01:00`,
    status: version === 3 ? 'deployed' : 'superseded',
    description: 'Upgrade complete',
  },
  chart: { metadata: { name: 'web-app', version: chart, appVersion: '2.0' }, templates: [], values: {} },
  config,
  manifest: `kind: Secret\ndata: {password: ${password}}`,
  ...changes,
});
const packed = (content: unknown) =>
  Buffer.from(gzipSync(JSON.stringify(content)).toString('base64')).toString('base64');
const record = (version: number, value: string, name = 'web') => ({
  metadata: {
    name: `sh.helm.release.v1.${name}.v${version}`,
    namespace: 'shop',
    creationTimestamp: `2026-11-21T1${version}:00:00Z`,
    labels: { owner: 'helm', name, version: String(version), status: 'deployed' },
  },
  type: 'helm.sh/release.v1',
  data: { release: value },
});
const history = [
  record(1, packed(release(1, '1.4.0', { image: { tag: 'a' }, db: { password: 'first' } }))),
  record(2, packed(release(2, '1.4.0', { image: { tag: 'b' }, db: { password } }))),
  record(3, packed(release(3, '1.5.0', { image: { tag: 'b' }, db: { password } }))),
];

/** Answers as the API server does: by field and label, with metadata alone where that was asked for. */
function helmRecords(records: readonly ReturnType<typeof record>[]) {
  const asked: string[] = [];
  const answer = ({ path, headers }: ReceivedRequest): LoopbackAnswer => {
    const url = new URL(path, 'http://x');
    const fields = url.searchParams.get('fieldSelector') ?? '';
    const isPartial = String(headers.accept).includes('PartialObjectMetadataList');
    asked.push(`${isPartial ? 'metadata' : 'data'} ${url.pathname} ${fields} ${url.searchParams.get('labelSelector')}`);
    const wanted = /metadata\.name=([^,]+)/.exec(fields)?.[1];
    const items = records.filter(({ metadata }) => wanted === undefined || metadata.name === wanted);
    return { body: { items: isPartial ? items.map(({ metadata }) => ({ metadata })) : items } };
  };
  return { answer, asked };
}

test('gives revisions and what each changed, and no value', async () => {
  const { answer, asked } = helmRecords(history);

  const { evidence, coverage } = await specialist.collect(requestFor(answer));

  expect(coverage).toEqual([{ kind: 'Release', namespace: 'shop', complete: true }]);
  expect(evidence.map(({ id }) => id)).toEqual([
    'release/shop/web/v1',
    'release/shop/web/v2',
    'release/shop/web/v3',
    'change/helm/shop/web/v2',
    'change/helm/shop/web/v3',
  ]);
  expect(evidence[2]).toMatchObject({
    observedAt: '2026-11-21T12:00:00.123Z',
    body: { object: { version: 3, chart: { metadata: { version: '1.5.0' } }, info: { status: 'deployed' } } },
  });
  expect(evidence[3]?.body).toMatchObject({
    id: 'helm:shop/web:2026-11-21T11:00:00.123Z',
    type: 'helm',
    title:
      'Helm release web, revision 1 → 2: chart web-app 1.4.0 as before; values changed: db.password, image.tag; superseded: Upgrade complete',
  });
  expect(evidence[4]?.body).toMatchObject({
    title: expect.stringContaining('chart web-app 1.4.0 → web-app 1.5.0; values as before'),
  });
  expect(JSON.stringify(evidence)).not.toContain(password);
  expect(asked.filter((line) => !line.includes('type=helm.sh/release.v1 owner=helm'))).toEqual([]);
  expect(asked.filter((line) => line.startsWith('metadata')).length).toBe(1);
  expect(asked.slice(1).every((line) => line.includes('metadata.name=sh.helm.release.v1.web.v'))).toBe(true);
});

test('equal values have equal hashes, others have others', async () => {
  const { evidence } = await specialist.collect(requestFor(helmRecords(history).answer));

  const hashes = evidence.flatMap((item) =>
    item.kind === 'object' ? [(item.body?.object as { values?: string } | undefined)?.values] : [],
  );
  expect(hashes[0]).not.toBe(hashes[1]);
  expect(hashes[1]).toBe(hashes[2]);
  expect(hashes[0]).toMatch(/^sha256:[0-9a-f]{64}$/);
});

test('reads three revisions of a release with many', async () => {
  const many = [4, 5, 6, 7, 8, 9].map((version) => record(version, packed(release(version, '1.4.0', {}))));

  const { evidence } = await specialist.collect(requestFor(helmRecords(many).answer));

  expect(evidence.flatMap(({ id }) => (id.startsWith('release/') ? [id] : []))).toEqual([
    'release/shop/web/v7',
    'release/shop/web/v8',
    'release/shop/web/v9',
  ]);
});

test.each([
  ['not base64 of anything', 'eA==', 'it is no JSON'],
  [
    'a gzip that is cut',
    Buffer.from(Buffer.from([0x1f, 0x8b, 1]).toString('base64')).toString('base64'),
    'it cannot be unpacked',
  ],
  ['a bomb', packed('x'.repeat(17 * 1024 * 1024)), 'it is too large'],
  ['another document', packed({ kind: 'Secret' }), 'name is not what Helm writes'],
  ['another release', packed(release(1, '1.4.0', {}, { namespace: 'bank' })), 'it is of another release'],
])('says that %s is no release, without a word of it', async (_, value, reason) => {
  const { evidence, coverage } = await specialist.collect(requestFor(helmRecords([record(1, value)]).answer));

  expect(evidence).toEqual([]);
  expect(coverage[0]).toMatchObject({ complete: false, error: `sh.helm.release.v1.web.v1: ${reason}` });
});

test('says where it may not look', async () => {
  const answer = () => ({ status: 403, body: { kind: 'Status', message: 'secrets is forbidden' } });

  const { evidence, coverage } = await specialist.collect(requestFor(answer));

  expect(evidence).toEqual([]);
  expect(coverage).toEqual([
    {
      kind: 'Release',
      namespace: 'shop',
      complete: false,
      error: expect.stringMatching(/^forbidden: .*secrets is forbidden/),
    },
  ]);
});

test('reads nothing where no namespace is named', async () => {
  const { answer, asked } = helmRecords(history);

  const { coverage } = await specialist.collect(requestFor(answer, { scope: {} }));

  expect(coverage[0]?.error).toContain('names no namespace');
  expect(asked).toEqual([]);
});
