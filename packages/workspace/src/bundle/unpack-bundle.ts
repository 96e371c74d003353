import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readArchive } from './read-archive.ts';

/** Unpacks a bundle's `.tar.gz` into a folder, which is made; links and paths that leave it are refused with BUNDLE_UNREADABLE. */
export async function unpackBundle(archive: string, folder: string): Promise<void> {
  for (const [path, data] of await readArchive(archive)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, data, { flag: 'wx' });
  }
}
