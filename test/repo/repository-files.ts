import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the repository, absolute. */
export const root = join(import.meta.dirname, '..', '..');

const ignored = new Set(['.auto-ops', '.git', '.turbo', 'coverage', 'dist', 'node_modules', 'results']);

/** Lists the files below a folder of the repository, relative to the root, in sorted order, without what is built. */
export function repositoryFiles(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !ignored.has(entry.name) && !entry.name.endsWith('.log') && entry.name !== '.env')
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? repositoryFiles(path) : [path];
    })
    .sort();
}
