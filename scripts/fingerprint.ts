import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Hashes what decides a bundle's content: the given source files, the lock file (for everything in node_modules), the
 * manifests of the workspaces and the build script. Paths are relative to `root`; a missing file gives a new hash.
 */
export function fingerprint(root: string, inputs: readonly string[]): string {
  const manifests = ['apps', 'packages'].flatMap((parent) =>
    readdirSync(join(root, parent)).map((folder) => `${parent}/${folder}/package.json`),
  );
  const hash = createHash('sha256');
  for (const path of [...inputs, ...manifests, 'package-lock.json', 'scripts/build.ts'].sort()) {
    hash.update(`${path}\0`);
    const file = join(root, path);
    if (existsSync(file)) hash.update(readFileSync(file));
    hash.update('\0');
  }
  return hash.digest('hex');
}
