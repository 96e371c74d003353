import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import { BackupRecord } from '@auto-ops/contracts';
import { openKnowledgeIndex } from '@auto-ops/knowledge';
import { temporaryFolder } from '@auto-ops/testing';
import { packTar } from 'modern-tar';
import { expect, it } from 'vitest';
import { maintenanceFor } from '../../__fixtures__/maintenance-for.ts';
import { job } from './index.ts';

const at = '2026-11-21T16:45:00.000Z';
const name = 'auto-ops-20261121T164500000Z.tar.gz';

// Made once: every write of a database waits for the disk.
let madeStore: Buffer | undefined;
let madeKnowledge: Awaited<ReturnType<typeof knowledgeFile>> | undefined;

function storeFile(): Buffer {
  madeStore ??= newStoreFile();
  return Buffer.from(madeStore);
}

function newStoreFile(): Buffer {
  const path = join(temporaryFolder(), 'store.sqlite');
  const database = new DatabaseSync(path);
  database.exec('BEGIN; CREATE TABLE incident (id TEXT); CREATE TABLE "odd ""name" (x)');
  const insert = database.prepare('INSERT INTO incident VALUES (?)');
  for (let row = 0; row < 500; row++) insert.run(`incident-${row}-${'x'.repeat(40)}`);
  database.exec('COMMIT');
  database.close();
  return readFileSync(path);
}

async function knowledgeFile(): Promise<{ body: Buffer; rows: Record<string, number> }> {
  const path = join(temporaryFolder(), 'knowledge.sqlite');
  const index = openKnowledgeIndex(path);
  const chunk = { heading: ['A'], from: 1, to: 2, text: 'A volume is full.' };
  const document = { path: 'a.md', title: 'A', digest: '0'.repeat(64), chunks: [chunk] };
  await index.replace({ schemaVersion: 1, source: 'acme/shop', documents: [document] });
  index.close();
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = DELETE');
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as { name: string }[];
  const rows = tables.map((table) => [
    table.name,
    Number(database.prepare(`SELECT count(*) AS n FROM "${table.name}"`).get()?.n),
  ]);
  database.close();
  return { body: readFileSync(path), rows: Object.fromEntries(rows) };
}

type Files = Map<string, { body: Buffer; rows?: Record<string, number> }>;

async function usualFiles(): Promise<Files> {
  madeKnowledge ??= await knowledgeFile();
  return new Map<string, { body: Buffer; rows?: Record<string, number> }>([
    ['store.sqlite', { body: storeFile(), rows: { incident: 500, 'odd "name': 0 } }],
    ['knowledge.sqlite', madeKnowledge],
    ['reports/incident-1.md', { body: Buffer.from('# Report') }],
    ['reports/incident-2.md', { body: Buffer.from('# Another') }],
  ]);
}

async function archiveOf(files: Files, change: (contents: Map<string, Buffer>) => void = () => {}): Promise<Buffer> {
  const entries = [...files].map(([path, { body, rows }]) => ({
    name: path,
    bytes: body.length,
    sha256: createHash('sha256').update(body).digest('hex'),
    ...(rows === undefined ? {} : { rows }),
  }));
  const manifest = Buffer.from(JSON.stringify({ schemaVersion: 1, at, entries }));
  const contents = new Map([
    ['manifest.json', manifest],
    ['bundles.json', Buffer.from('[]')],
    ...[...files].map(([path, { body }]) => [path, body] as const),
  ]);
  change(contents);
  const packed = await packTar(
    [...contents].map(([path, body]) => ({ header: { name: path, size: body.length, mode: 0o600 }, body })),
  );
  return gzipSync(packed);
}

async function backUp(archive: Buffer, folder = join(temporaryFolder(), 'backups')) {
  const fixture = await maintenanceFor(job, {
    environment: { AUTO_OPS_BACKUP_FOLDER: folder },
    answer: ({ method, path }) => (method === 'GET' && path.endsWith('/backup') ? { body: archive } : undefined),
  });
  return { ...fixture, folder };
}

const visible = (folder: string) => readdirSync(folder).filter((file) => !file.startsWith('.lock'));

it('keeps a copy that opens, with its checksum, and says what is in it', async () => {
  const archive = await archiveOf(await usualFiles());
  const { call, handed, folder, root } = await backUp(archive);

  expect(await job.run(call)).toEqual({ verdict: 'verified' });

  const sha256 = createHash('sha256').update(archive).digest('hex');
  expect(BackupRecord.parse(handed[0]?.body)).toMatchObject({
    name,
    at,
    bytes: archive.length,
    sha256,
    entries: [
      { name: 'store.sqlite', rows: 500 },
      { name: 'knowledge.sqlite', rows: expect.any(Number) },
      { name: 'reports/', bytes: 17 },
    ],
    verified: true,
    kept: 1,
    removed: 0,
  });
  expect(visible(folder)).toEqual([name, `${name}.sha256`]);
  expect(readFileSync(join(folder, name)).equals(archive)).toBe(true);
  expect(readFileSync(join(folder, `${name}.sha256`), 'utf8')).toBe(`${sha256}  ${name}\n`);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(existsSync(join(root, 'backup', 'unpacked'))).toBe(false);
});

const flipped = (body: Buffer, offset: number) => {
  const copy = Buffer.from(body);
  copy[offset] = (copy[offset] ?? 0) ^ 0xff;
  return copy;
};

it.each<[string, RegExp, () => Promise<Buffer>]>([
  ['is cut off', /./, async () => (await archiveOf(await usualFiles())).subarray(0, -2000)],
  ['is no archive', /./, async () => Buffer.from('<html>504</html>')],
  ['is empty', /./, async () => Buffer.alloc(0)],
  [
    'has another file than its manifest says',
    /store\.sqlite is not what its checksum says/,
    async () =>
      archiveOf(await usualFiles(), (all) => all.set('store.sqlite', flipped(all.get('store.sqlite') as Buffer, 5000))),
  ],
  [
    'lacks a file',
    /reports\/incident-1\.md has no bytes/,
    async () => archiveOf(await usualFiles(), (all) => all.delete('reports/incident-1.md')),
  ],
  [
    'lacks the manifest',
    /manifest\.json/,
    async () => archiveOf(await usualFiles(), (all) => all.delete('manifest.json')),
  ],
  [
    'has other rows than were counted',
    /incident has 500 rows instead of 501/,
    async () =>
      archiveOf(
        (await usualFiles()).set('store.sqlite', { body: storeFile(), rows: { incident: 501, 'odd "name': 0 } }),
      ),
  ],
  [
    'has a table that was not counted',
    /odd "name has 0 rows instead of none/,
    async () => archiveOf((await usualFiles()).set('store.sqlite', { body: storeFile(), rows: { incident: 500 } })),
  ],
  [
    'has a damaged database whose checksum fits',
    /store\.sqlite: .*(malformed|Tree|page|btree|rowid)/i,
    async () => {
      const body = storeFile();
      body.fill(0xa5, 4096 * 3, 4096 * 4);
      return archiveOf((await usualFiles()).set('store.sqlite', { body, rows: { incident: 500, 'odd "name': 0 } }));
    },
  ],
  [
    'has something else for a database',
    /store\.sqlite: file is not a database/,
    async () =>
      archiveOf((await usualFiles()).set('store.sqlite', { body: Buffer.from('hello'), rows: { incident: 1 } })),
  ],
  ['has no database', /it holds no database/, () => archiveOf(new Map([['a.md', { body: Buffer.from('a') }]]))],
])('sets a copy aside that %s, and keeps what is there', async (_, message, make) => {
  const folder = join(temporaryFolder(), 'backups');
  const good = await backUp(await archiveOf(await usualFiles()), folder);
  await job.run(good.call);
  const { call, handed } = await backUp(await make(), folder);

  const failure = job.run(call);

  await expect(failure).rejects.toMatchObject({
    code: 'BACKUP_BROKEN',
    exit: 1,
    message: expect.stringMatching(message),
  });
  expect(handed).toEqual([]);
  const [aside, ...rest] = visible(folder).toSorted(
    (one, other) => Number(other.startsWith('broken')) - Number(one.startsWith('broken')),
  );
  expect(aside).toMatch(/^broken-auto-ops-\d{8}T\d{9}Z\.tar\.gz$/);
  expect(rest.toSorted()).toEqual([name, `${name}.sha256`]);
});

it.each(['../outside', '/outside', 'a/../../outside', '..\\outside'])('writes nothing to %s', async (path) => {
  const { call, folder, root } = await backUp(
    await archiveOf(await usualFiles(), (all) => all.set(path, Buffer.from('x'))),
  );

  await expect(job.run(call)).rejects.toMatchObject({ code: 'BACKUP_BROKEN' });

  expect(existsSync('/outside')).toBe(false);
  for (const place of [root, join(root, 'backup'), folder]) expect(readdirSync(place).join()).not.toContain('outside');
});

it('takes away what an interrupted run left and old copies, and nothing else', async () => {
  const folder = temporaryFolder();
  const day = (index: number) => new Date(Date.parse(at) - index * 24 * 3600 * 1000);
  const old = Array.from(
    { length: 500 },
    (_, index) =>
      `auto-ops-${day(index + 1)
        .toISOString()
        .replace(/[-:.]/g, '')}.tar.gz`,
  );
  for (const file of old) writeFileSync(join(folder, file), 'x');
  writeFileSync(join(folder, '.incoming-backup-0'), 'half');
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  for (const second of [1, 2, 3, 4, 5])
    writeFileSync(join(folder, `broken-auto-ops-2026112${second}T000000000Z.tar.gz`), 'x');
  mkdirSync(join(folder, 'lost+found'));
  const { call, handed } = await backUp(await archiveOf(await usualFiles()), folder);

  await job.run(call);

  const record = BackupRecord.parse(handed[0]?.body);
  const left = visible(folder);
  expect(record.kept + record.removed).toBe(501);
  expect(left.filter((file) => file.startsWith('auto-ops-') && file.endsWith('.gz'))).toHaveLength(record.kept);
  expect(left).toEqual(expect.arrayContaining([name, 'notes.txt', 'lost+found']));
  expect(left).not.toContain('.incoming-backup-0');
  expect(left.filter((file) => file.startsWith('broken'))).toEqual([
    'broken-auto-ops-20261123T000000000Z.tar.gz',
    'broken-auto-ops-20261124T000000000Z.tar.gz',
    'broken-auto-ops-20261125T000000000Z.tar.gz',
  ]);
});

it('wants a folder, and says when the gateway has nothing', async () => {
  await expect(job.run((await maintenanceFor(job)).call)).rejects.toMatchObject({
    code: 'CONFIGURATION_INVALID',
    exit: 4,
  });
  const folder = temporaryFolder();
  const { call } = await maintenanceFor(job, {
    environment: { AUTO_OPS_BACKUP_FOLDER: folder },
    answer: () => ({ status: 503 }),
  });

  await expect(job.run(call)).rejects.toMatchObject({ exit: 75 });

  expect(visible(folder)).toEqual([]);
});
