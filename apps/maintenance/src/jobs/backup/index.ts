import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AutoOpsError, type BackupManifest, BackupRecord } from '@auto-ops/contracts';
import { holdStepLock } from '@auto-ops/workspace';
import type { Job, JobCall } from '../../job.ts';
import { backupName } from './backup-name.ts';
import { digestOfFile } from './digest-of-file.ts';
import { keepArchive } from './keep-archive.ts';
import { prune } from './prune.ts';
import { verifyArchive } from './verify-archive.ts';

const incomingPrefix = '.incoming-';

/** Fetches a copy of what the gateway keeps, opens it as a restore would, and only then gives it its name and removes old ones. */
export const job: Job = {
  name: 'backup',
  summary: 'Fetches a copy of what the gateway keeps, verifies it by opening it, and removes old ones.',
  async run(call) {
    const { backupFolder } = call.config;
    if (backupFolder === undefined) {
      throw new AutoOpsError('CONFIGURATION_INVALID', 'AUTO_OPS_BACKUP_FOLDER is not set', {
        hint: 'Set AUTO_OPS_BACKUP_FOLDER to a folder on another disk than the data of the gateway.',
      });
    }
    mkdirSync(backupFolder, { recursive: true, mode: 0o700 });
    const lock = holdStepLock(join(backupFolder, '.lock'));
    try {
      const record = await backUp(call, backupFolder);
      call.workspace.write(BackupRecord, `${call.folder}/backup.json`, record);
      await call.api.handBackup(call.task.run, record);
      return { verdict: 'verified' };
    } finally {
      lock.close();
    }
  },
};

async function backUp(call: JobCall, backupFolder: string): Promise<BackupRecord> {
  // What an interrupted run left.
  for (const name of readdirSync(backupFolder)) {
    if (name.startsWith(incomingPrefix)) rmSync(join(backupFolder, name), { force: true });
  }
  const incoming = join(backupFolder, `${incomingPrefix}${call.task.run}`);
  await call.api.fetchBackup(call.task.run, incoming);
  const manifest = await verified(call, incoming);
  const name = backupName.of(new Date(manifest.at));
  const sha256 = await digestOfFile(incoming);
  const { size: bytes } = statSync(incoming);
  keepArchive(incoming, name, sha256);
  const { kept, removed } = prune(backupFolder);
  call.logger.info({ name, bytes, kept, removed }, 'backed up');
  return {
    schemaVersion: 1,
    name,
    at: manifest.at,
    bytes,
    sha256,
    entries: entriesOf(manifest),
    verified: true,
    kept,
    removed,
  };
}

async function verified(call: JobCall, incoming: string): Promise<BackupManifest> {
  const unpacked = call.workspace.path(call.folder, 'unpacked');
  mkdirSync(unpacked, { recursive: true });
  try {
    return await verifyArchive(incoming, unpacked, call.signal);
  } catch (cause) {
    call.signal.throwIfAborted();
    const aside = `broken-${backupName.of(new Date())}`;
    renameSync(incoming, join(dirname(incoming), aside));
    throw new AutoOpsError('BACKUP_BROKEN', `${aside}: ${(cause as Error).message}`, { cause });
  } finally {
    rmSync(unpacked, { recursive: true, force: true });
  }
}

/** Databases with their rows, other files by their folder. */
function entriesOf({ entries }: BackupManifest): BackupRecord['entries'] {
  const folders = new Map<string, number>();
  const databases: BackupRecord['entries'] = [];
  for (const { name, bytes, rows } of entries) {
    if (rows === undefined) {
      const group = name.includes('/') ? name.slice(0, name.indexOf('/') + 1) : name;
      folders.set(group, (folders.get(group) ?? 0) + bytes);
    } else {
      databases.push({ name, rows: Object.values(rows).reduce((sum, count) => sum + count, 0), bytes });
    }
  }
  return [...databases, ...[...folders].map(([name, bytes]) => ({ name, bytes }))];
}
