import type { AutoOpsError } from '@auto-ops/contracts';
import { expect, test } from 'vitest';
import { parseEvidence } from './parse-evidence.ts';

const line = (fields: Record<string, unknown>) =>
  JSON.stringify({
    id: 'ev-1',
    kind: 'document',
    source: 'status page',
    observedAt: '2026-09-22T12:29:58Z',
    body: { title: 'Status', text: 'all well' },
    ...fields,
  });

function problemOf(text: string, blob: string | undefined = undefined): AutoOpsError {
  try {
    parseEvidence(text, 'evidence.ndjson', () => blob);
  } catch (error) {
    return error as AutoOpsError;
  }
  throw new Error('nothing was thrown');
}

test('keeps unknown fields, skips empty lines and takes CRLF', () => {
  const text = `\uFEFF${line({ extra: 1 })}\r\n\r\n${line({ id: 'ev-2' })}\n`;

  const evidence = parseEvidence(text, 'evidence.ndjson', () => undefined);

  expect(evidence.map((item) => item.id)).toEqual(['ev-1', 'ev-2']);
  expect(evidence[0]).toHaveProperty('extra', 1);
});

test.each([
  ['{"id": "ev-1",', '(line)', 'not JSON'],
  ['[1]', '(line)', 'not a JSON object'],
  [line({ kind: 'rumour' }), 'kind', ''],
  [line({ observedAt: 'yesterday' }), 'observedAt', ''],
  [line({ id: undefined }), 'id', ''],
  [line({ body: undefined }), 'body', 'neither'],
  [line({ body: { title: 'x' } }), 'body.text', ''],
  [line({ body: undefined, blob: '../secret' }), 'blob', 'blobs/<name>'],
  [line({ body: undefined, blob: 'blobs/absent' }), 'blob', 'does not exist'],
])('names file, line and field of %s', (broken, field, reason) => {
  const problem = problemOf(`${line({ id: 'ev-0' })}\n${broken}\n`);

  expect(problem.code).toBe('BUNDLE_LINE_INVALID');
  expect(problem.message).toContain(`evidence.ndjson:2: ${field}: `);
  expect(problem.message).toContain(reason);
  expect(problem.data).toEqual({ file: 'evidence.ndjson', line: 2, field });
});

test('takes null for what is left out', () => {
  const [item] = parseEvidence(
    line({ kind: 'log', subject: null, body: { container: null, entries: [{ at: null, level: null, text: 'x' }] } }),
    'evidence.ndjson',
    () => undefined,
  );

  expect(item).not.toHaveProperty('subject');
  expect(item?.body).toEqual({ entries: [{ text: 'x' }] });
});

test('takes an object of a list, which leaves its identity to the subject', () => {
  const subject = { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'cart' };
  const [item] = parseEvidence(
    line({ kind: 'object', subject, body: { object: { metadata: { uid: 'u' }, spec: {} } } }),
    'evidence.ndjson',
    () => undefined,
  );

  expect(item?.body).toEqual({
    object: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'cart', namespace: 'shop', uid: 'u' }, spec: {} },
  });
});

test('takes an object that nobody names', () => {
  const [item] = parseEvidence(line({ kind: 'object', body: { object: { kind: 'Pod' } } }), 'e', () => undefined);

  expect(item?.body).toEqual({ object: { apiVersion: '', kind: 'Pod', metadata: { name: '' } } });
});

test('refuses an id that comes twice', () => {
  expect(problemOf(`${line({})}\n${line({})}`).message).toBe('evidence.ndjson:2: id: "ev-1" is also the id of line 1');
});

test.each([
  [{ blob: 'blobs/a' }, '{"title":"T","text":"from a blob"}', { title: 'T', text: 'from a blob' }],
  [{ body: { blob: 'blobs/a' } }, 'plain text', { title: 'status page', text: 'plain text' }],
  [{ kind: 'log', blob: 'blobs/a' }, 'one\ntwo\n', { entries: [{ text: 'one' }, { text: 'two' }] }],
])('puts the blob of %o in its place', (fields, blob, body) => {
  const [item] = parseEvidence(line({ body: undefined, ...fields }), 'evidence.ndjson', () => blob);

  expect(item?.body).toEqual(body);
  expect(item).not.toHaveProperty('blob');
});
