import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backupName } from './backup-name.ts';
import { timesToKeep } from './times-to-keep.ts';

const brokenToKeep = 3;

/** Removes backups that no rule keeps, and all but the last three broken ones; other files are not touched. */
export function prune(folder: string): { readonly kept: number; readonly removed: number } {
  const names = readdirSync(folder);
  const backups = names.flatMap((name) => {
    const time = backupName.timeOf(name);
    return time === undefined ? [] : [{ name, time }];
  });
  const keep = timesToKeep(backups.map(({ time }) => time));
  const old = backups.filter(({ time }) => !keep.has(time.getTime()));
  for (const { name } of old) {
    rmSync(join(folder, name), { force: true });
    rmSync(join(folder, `${name}.sha256`), { force: true });
  }
  const broken = names.filter((name) => name.startsWith('broken-auto-ops-')).sort();
  for (const name of broken.slice(0, -brokenToKeep)) rmSync(join(folder, name), { force: true });
  return { kept: backups.length - old.length, removed: old.length };
}
