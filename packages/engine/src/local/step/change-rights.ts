import { chmodSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Sets the rights of a step's folder and of the documents in it; folders inside are left as they are. */
export function changeRights(folder: string, folderMode: number, fileMode: number): void {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return;
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    // The lock is taken by every start of the step, also by one that finds the step done.
    if (entry.isFile() && !entry.name.startsWith('.')) chmodSync(join(folder, entry.name), fileMode);
  }
  chmodSync(folder, folderMode);
}
