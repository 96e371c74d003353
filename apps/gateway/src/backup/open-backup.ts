import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { BackupManifest } from '@auto-ops/contracts';
import { packTar, type TarSource } from 'modern-tar/fs';
import type { Store } from '../store/open-store.ts';
import { copyDatabase } from './copy-database.ts';
import { digestOfFile } from './digest-of-file.ts';

interface Part {
  readonly name: string;
  readonly path: string;
  readonly rows?: ReadonlyMap<string, number>;
}

const partsFolder = 'backup-parts';

/**
 * A copy of what the gateway keeps, as a gzipped tar that unpacks into an empty data folder: the databases as they are at one moment,
 * the reports, and the list of the bundles. Keys and tokens are not in it. What it needs on disk is removed when the stream closes.
 */
export async function openBackup(
  data: string,
  store: Pick<Store, 'restoration'>,
  now: () => string,
): Promise<Readable> {
  await mkdir(join(data, partsFolder), { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(data, partsFolder, 'part-'));
  try {
    const at = now();
    const parts: Part[] = [
      {
        name: 'store.sqlite',
        path: join(folder, 'store.sqlite'),
        rows: await store.restoration.copyTo(join(folder, 'store.sqlite')),
      },
    ];
    const knowledge = join(data, 'knowledge.sqlite');
    if (existsSync(knowledge)) {
      const path = join(folder, 'knowledge.sqlite');
      parts.push({ name: 'knowledge.sqlite', path, rows: await copyDatabase(knowledge, path) });
    }
    for (const name of (await readdir(join(data, 'reports')).catch(() => [])).sort()) {
      if (name.endsWith('.md')) parts.push({ name: `reports/${name}`, path: join(data, 'reports', name) });
    }
    const manifest: BackupManifest = { schemaVersion: 1, at, entries: [] };
    for (const { name, path, rows } of parts) {
      const { size } = await stat(path);
      const counted = rows === undefined ? {} : { rows: Object.fromEntries(rows) };
      manifest.entries.push({ name, bytes: size, sha256: await digestOfFile(path), ...counted });
    }
    const sources: TarSource[] = [
      { type: 'content', target: 'manifest.json', content: `${JSON.stringify(manifest, null, 2)}\n`, mode: 0o600 },
      {
        type: 'content',
        target: 'bundles.json',
        content: `${JSON.stringify(await bundlesIn(data), null, 2)}\n`,
        mode: 0o600,
      },
      ...parts.map(({ name, path }): TarSource => ({ type: 'file', target: name, source: path, mode: 0o600 })),
    ];
    const archive = createGzip({ level: 6 });
    const tar = packTar(sources, { concurrency: 2 });
    tar.once('error', (error) => archive.destroy(error));
    archive.once('close', () => {
      tar.destroy();
      void rm(folder, { recursive: true, force: true });
    });
    return tar.pipe(archive);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Bundles are large and expire after a month: a backup says which there were, and has none of them. */
async function bundlesIn(data: string): Promise<{ name: string; bytes: number; at: string }[]> {
  const folder = join(data, 'bundles');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.tar.gz')).sort();
  return Promise.all(
    names.map(async (name) => {
      const { size, mtime } = await stat(join(folder, name));
      return { name, bytes: size, at: mtime.toISOString() };
    }),
  );
}
