import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { loopbackServer, temporaryFolder } from '@auto-ops/testing';
import { expect, onTestFinished, test } from 'vitest';
import { createRunApi } from './create-run-api.ts';

const quick = { tries: 3, firstDelayMilliseconds: 1 };
const policyState = { freezes: [], recentActions: {}, actionsToday: 0, failedVerifications: 0 };

test('reads over a unix socket and sends the token', async () => {
  const seen: (string | undefined)[] = [];
  const path = join(temporaryFolder(), 'run-api.sock');
  const server: Server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    response.end(JSON.stringify(policyState));
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  onTestFinished(() => server[Symbol.asyncDispose]());

  const answer = await createRunApi({ address: `unix:${path}`, token: 'word', ...quick }).policyState();

  expect(answer).toEqual(policyState);
  expect(seen).toEqual(['GET /v1/policy-state Bearer word']);
});

test('answers nothing where there is no decision yet, and the decision unread where there is one', async () => {
  let decision: unknown;
  const server = await loopbackServer(() => (decision === undefined ? { status: 404 } : { body: decision }));
  const api = createRunApi({ address: server.url, ...quick });

  const before = await api.decision('incident-abc');
  decision = { nonsense: true };
  const after = await api.decision('incident-abc');

  expect(before).toBeUndefined();
  expect(after).toEqual({ nonsense: true });
});

test('repeats what may pass, at most as often as it is told', async () => {
  const server = await loopbackServer(() => ({ status: 503, body: { detail: 'busy' } }));

  const promise = createRunApi({ address: server.url, ...quick }).alerts('incident-abc');

  await expect(promise).rejects.toMatchObject({ code: 'OVERLOADED', message: expect.stringContaining('busy') });
  expect(server.requests).toHaveLength(3);
});

test.each([
  [401, 'AUTHENTICATION_FAILED'],
  [403, 'PERMISSION_DENIED'],
  [404, 'RUN_UNKNOWN'],
  [409, 'RUN_STATE_INVALID'],
  [422, 'REQUEST_INVALID'],
])('does not repeat %i, which is %s', async (status, code) => {
  const server = await loopbackServer(() => ({ status }));

  const promise = createRunApi({ address: server.url, ...quick }).bundle('incident-abc', Buffer.from('x'));

  await expect(promise).rejects.toMatchObject({ code });
  expect(server.requests).toHaveLength(1);
});

test('names what is wrong with an answer of the wrong shape', async () => {
  const server = await loopbackServer(() => ({ body: { id: 'ann' } }));

  const promise = createRunApi({ address: server.url, ...quick }).approver('ann@example.org');

  await expect(promise).rejects.toMatchObject({ code: 'DOCUMENT_INVALID', message: expect.stringContaining('active') });
  expect(server.requests[0]?.path).toBe('/v1/approvers/ann%40example.org');
});

test('hands a result of maintenance in, and refuses one of the wrong shape before it is sent', async () => {
  const server = await loopbackServer(() => ({ body: { kept: true } }));
  const api = createRunApi({ address: server.url, ...quick });
  const report = { schemaVersion: 1, at: '2026-01-01T00:00:00Z', checks: [] } as const;

  await api.handHealth('auto-ops-heartbeat-1', { ...report, checks: [] });

  expect(server.requests).toMatchObject([{ method: 'PUT', path: '/v1/maintenance/auto-ops-heartbeat-1/health' }]);
  await expect(async () => api.handHealth('x', { ...report, checks: [], at: 'now' })).rejects.toThrow(/at/);
  expect(server.requests).toHaveLength(1);
});

test('reads what a maintenance run is to do', async () => {
  const task = { schemaVersion: 1, run: 'reindex-1', job: 'reindex', subject: { repository: 'acme/shop' } };
  const server = await loopbackServer(() => ({ body: task }));

  expect(await createRunApi({ address: server.url, ...quick }).maintenanceTask('reindex-1')).toEqual(task);
});

test('writes a backup to a file, and leaves none where the stream breaks off', async () => {
  const folder = temporaryFolder();
  let isWhole = true;
  const server: Server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/gzip' });
    response.write('first half, ');
    if (isWhole) response.end('second half');
    else setImmediate(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => server[Symbol.asyncDispose]());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const api = createRunApi({ address, ...quick });

  await api.fetchBackup('auto-ops-backup-1', join(folder, 'whole'));
  isWhole = false;
  const broken = api.fetchBackup('auto-ops-backup-1', join(folder, 'broken'));

  await expect(broken).rejects.toMatchObject({ code: 'GATEWAY_UNREACHABLE' });
  expect(readdirSync(folder)).toEqual(['whole']);
  expect(readFileSync(join(folder, 'whole'), 'utf8')).toBe('first half, second half');
});

test('says that nobody answers', async () => {
  const address = `unix:${join(temporaryFolder(), 'nobody.sock')}`;

  const promise = createRunApi({ address, ...quick }).policyState();

  await expect(promise).rejects.toMatchObject({ code: 'GATEWAY_UNREACHABLE', exit: 75 });
});

test.each(['http://gateway.example', 'ftp://x', 'run-api.sock'])('refuses the address %s', (address) => {
  expect(() => createRunApi({ address })).toThrow(expect.objectContaining({ code: 'CONFIGURATION_INVALID' }));
});

test('takes plain HTTP beyond the loopback interface only where that is asked for', () => {
  const address = 'http://auto-ops-run-api.auto-ops.svc:8443';

  expect(() => createRunApi({ address })).toThrow(expect.objectContaining({ code: 'CONFIGURATION_INVALID' }));
  expect(() => createRunApi({ address, insecure: true })).not.toThrow();
});
