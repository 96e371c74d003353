import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { BackupManifest } from '@auto-ops/contracts';
import { createRunApi } from '@auto-ops/runtime';
import { manualEngine, temporaryFolder } from '@auto-ops/testing';
import { unpackTar } from 'modern-tar/fs';
import { expect, it, onTestFinished } from 'vitest';
import { incidentDocument } from '../__fixtures__/incident-document.ts';
import { notification } from '../__fixtures__/notification.ts';
import { proposalOf } from '../__fixtures__/proposal.ts';
import { stepCluster } from '../__fixtures__/step-cluster.ts';
import { hookToken, type TestGateway, testGateway, tokens } from '../__fixtures__/test-gateway.ts';
import { identifyByToken } from '../run-api/identify-by-token.ts';
import { createRunApiServer } from '../run-api/run-api-server.ts';
import { digestOfFile } from './digest-of-file.ts';

const run = 'backup-1763740800';

/** Reads a backup of a gateway through the run API, as the job does, and unpacks it into an empty folder. */
async function restoredFolder(gateway: TestGateway): Promise<string> {
  const { api } = await stepCluster({ backup: { account: 'maintenance-backup', run } });
  const server = await createRunApiServer(gateway.parts, identifyByToken(api, 'auto-ops'));
  const address = `http://127.0.0.1:${await server.listen('127.0.0.1:0')}`;
  const archive = join(temporaryFolder(), 'backup.tar.gz');
  await createRunApi({ address, token: 'backup', tries: 1 }).fetchBackup(run, archive);
  await server.close();
  const folder = temporaryFolder();
  await pipeline(createReadStream(archive), createGunzip(), unpackTar(folder));
  return folder;
}

const alert = (gateway: TestGateway, deployment: string) =>
  gateway.server.inject({
    method: 'POST',
    url: '/hooks/alertmanager',
    headers: { authorization: `Bearer ${hookToken}` },
    payload: notification({ labels: { deployment } }),
  });

async function open(folder?: string): Promise<TestGateway> {
  const gateway = await testGateway(folder);
  onTestFinished(() => gateway.close());
  return gateway;
}

it('has everything but keys, tokens and bundles, and says what', async () => {
  const data = temporaryFolder();
  const gateway = await open(data);
  await alert(gateway, 'cart');
  await gateway.settled();
  for (const name of ['reports', 'bundles', 'runs']) mkdirSync(join(data, name), { recursive: true });
  writeFileSync(join(data, 'reports', 'incident-a.md'), '# What happened');
  writeFileSync(join(data, 'bundles', 'incident-a.tar.gz'), 'bundle');
  writeFileSync(join(data, 'redaction-key'), 'secret');

  const folder = await restoredFolder(gateway);

  expect(readdirSync(folder).sort()).toEqual([
    'bundles.json',
    'knowledge.sqlite',
    'manifest.json',
    'reports',
    'store.sqlite',
  ]);
  expect(readFileSync(join(folder, 'reports', 'incident-a.md'), 'utf8')).toBe('# What happened');
  expect(JSON.parse(readFileSync(join(folder, 'bundles.json'), 'utf8'))).toMatchObject([
    { name: 'incident-a.tar.gz', bytes: 6 },
  ]);
  const manifest = BackupManifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  expect(manifest.entries.map(({ name, rows }) => [name, rows?.incident])).toEqual([
    ['store.sqlite', 1],
    ['knowledge.sqlite', undefined],
    ['reports/incident-a.md', undefined],
  ]);
  for (const { name, sha256 } of manifest.entries) expect(await digestOfFile(join(folder, name))).toBe(sha256);
  const kept = manifest.entries.map(({ name }) => readFileSync(join(folder, name), 'latin1')).join();
  for (const secret of ['PRIVATE KEY', hookToken, ...Object.values(tokens)]) expect(kept).not.toContain(secret);
  expect(existsSync(join(data, 'backup-parts')) && readdirSync(join(data, 'backup-parts'))).toEqual([]);
});

it('starts on a restored folder, and does nothing of what was open then again', async () => {
  const gateway = await open();
  const { store, knowledge, controller } = gateway.parts;
  for (const deployment of ['waits', 'approved']) await alert(gateway, deployment);
  await gateway.settled();
  const [one, two] = store.incidents.list(2);
  const runs = [one?.run ?? '', two?.run ?? ''] as const;
  for (const [index, name] of runs.entries()) {
    store.decisions.putProposal(proposalOf(name, [one, two][index]?.incident.id ?? ''));
    gateway.engine.move(name, 'Suspended');
  }
  await gateway.settled();
  await controller.stop();
  // Approved, and the gateway was lost before it had woken the run: the most that a copy can have left to do.
  const { planHash } = proposalOf(runs[1], two?.incident.id ?? '');
  await gateway.server.inject({
    method: 'POST',
    url: `/api/v1/incidents/${two?.incident.id}/decisions`,
    headers: { authorization: `Bearer ${tokens.approver}` },
    payload: { verdict: 'approved', planHash },
  });
  await alert(gateway, 'pending');
  store.incidents.create({
    incident: incidentDocument('queued'),
    place: undefined,
    bundle: undefined,
    alerts: new Map(),
  });
  await knowledge.replace({
    schemaVersion: 1,
    source: 'acme/shop',
    documents: [
      {
        path: 'a.md',
        title: 'A',
        digest: 'd'.repeat(64),
        chunks: [{ heading: [], from: 1, to: 1, text: 'restart payment' }],
      },
    ],
  });
  expect(store.decisions.unwoken()).toHaveLength(1);

  const folder = await restoredFolder(gateway);
  const restored = await open(folder);
  await restored.settled();

  const after = restored.parts.store;
  expect(restored.engine.started).toEqual([]);
  expect(restored.engine.decided).toEqual([]);
  expect(after.decisions.unwoken()).toEqual([]);
  expect(after.incidents.list(10).map(({ state, ending }) => [state, ending])).toEqual(
    Array(3).fill(['ended', 'failed']),
  );
  expect(after.journal.counts()).toMatchObject({ accepted: 3, pending: 0, filtered: 1, started: 2 });
  expect(await after.audit.verify()).toBeUndefined();
  expect(restored.parts.knowledge.search('payment', 1)).toMatchObject([{ path: 'a.md' }]);

  await alert(restored, 'fresh');
  await restored.settled();
  expect(restored.engine.started.map(({ incident }) => incident.alerts[0]?.labels.deployment)).toEqual(['fresh']);
});

it('asks the engine what still runs, and touches nothing before it answers', async () => {
  const gateway = await open();
  for (const deployment of ['runs', 'gone']) await alert(gateway, deployment);
  await gateway.settled();
  const [one] = gateway.parts.store.incidents.list(10).filter(({ alerts }) => alerts[0]?.labels.deployment === 'runs');
  const folder = await restoredFolder(gateway);
  const engine = manualEngine();
  if (one !== undefined) await engine.start(one.incident);
  const { promise, resolve } = Promise.withResolvers<void>();

  const restored = await testGateway(folder, undefined, {}, { engine, known: () => promise });
  onTestFinished(() => restored.close());
  const states = () =>
    restored.parts.store.incidents.list(10).map(({ alerts, state }) => [alerts[0]?.labels.deployment, state]);
  const before = restored.parts.controller.lastLook();
  await alert(restored, 'fresh');
  await new Promise((wait) => setTimeout(wait, 50));
  const waiting = [states().sort(), restored.parts.controller.lastLook() === before];
  resolve();
  await restored.settled();

  expect(waiting).toEqual([
    [
      ['gone', 'investigating'],
      ['runs', 'investigating'],
    ],
    true,
  ]);
  expect(states().sort()).toEqual([
    ['fresh', 'investigating'],
    ['gone', 'ended'],
    ['runs', 'investigating'],
  ]);
});

it('refuses a backup to another job, and leaves nothing behind where a reader goes away', async () => {
  const data = temporaryFolder();
  const gateway = await open(data);
  const { api } = await stepCluster({
    backup: { account: 'maintenance-backup', run },
    other: { account: 'maintenance-heartbeat', run },
  });
  const server = await createRunApiServer(gateway.parts, identifyByToken(api, 'auto-ops'));
  onTestFinished(() => server.close());
  const address = `http://127.0.0.1:${await server.listen('127.0.0.1:0')}`;
  const read = (token: string, signal?: AbortSignal) =>
    fetch(`${address}/v1/maintenance/${run}/backup`, {
      headers: { authorization: `Bearer ${token}` },
      ...(signal && { signal }),
    });
  const reader = new AbortController();

  const other = await read('other');
  const answer = await read('backup', reader.signal);
  reader.abort();
  await answer.arrayBuffer().catch(() => undefined);

  expect(other.status).toBe(403);
  await expect.poll(() => readdirSync(join(data, 'backup-parts'))).toEqual([]);
});
