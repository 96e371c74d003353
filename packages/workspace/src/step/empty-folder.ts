import { chmodSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Removes what an earlier, unfinished start of the step left; the folder itself may be a mount and stays, as does its lock. */
export function emptyFolder(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith('.lock')) continue;
    const path = join(folder, name);
    // A checkout may hold read-only folders.
    rmSync(path, { recursive: true, force: true, maxRetries: 2 });
  }
  try {
    chmodSync(folder, 0o755);
  } catch (error) {
    // A mounted sub-folder belongs to the node; its group may write it all the same.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
  }
}
