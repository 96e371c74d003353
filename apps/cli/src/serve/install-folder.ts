import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds `argo/` and `dist/`: the nearest one above this program. */
export function installFolder(start: string = import.meta.dirname): string {
  for (let folder = start; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'argo', 'templates'))) return folder;
  }
  return process.cwd();
}
