import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BackupManifest } from '@auto-ops/contracts';
import { checkDatabase } from './check-database.ts';
import { digestOfFile } from './digest-of-file.ts';
import { unpackArchive } from './unpack-archive.ts';

/** Opens a backup as a restore would, in an empty folder: every file by its checksum, every database by its integrity and its rows. Rejects with what is wrong. */
export async function verifyArchive(archive: string, folder: string, signal: AbortSignal): Promise<BackupManifest> {
  await unpackArchive(archive, folder, signal);
  const manifest = BackupManifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  for (const { name, bytes, sha256, rows } of manifest.entries) {
    signal.throwIfAborted();
    const path = join(folder, name);
    const size = statSync(path, { throwIfNoEntry: false })?.size;
    if (size !== bytes) throw new Error(`${name} has ${size ?? 'no'} bytes instead of ${bytes}`);
    if ((await digestOfFile(path)) !== sha256) throw new Error(`${name} is not what its checksum says`);
    const problem = rows === undefined ? undefined : checkDatabase(path, rows);
    if (problem !== undefined) throw new Error(`${name}: ${problem}`);
  }
  if (!manifest.entries.some(({ rows }) => rows !== undefined)) throw new Error('it holds no database');
  return manifest;
}
