import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const skipped = new Set(['.git', 'node_modules', 'vendor', '.terraform', 'dist']);
const limits = { files: 5000, bytes: 1_000_000 };

/** The YAML files of a checkout by relative path, sorted; links and large files are left out. */
export function readRepository(folder: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  collect(folder, '', found);
  return found;
}

function collect(root: string, relative: string, found: Map<string, string>): void {
  for (const name of readdirSync(join(root, relative)).sort()) {
    if (skipped.has(name) || found.size >= limits.files) continue;
    const path = relative === '' ? name : `${relative}/${name}`;
    const status = lstatSync(join(root, path));
    if (status.isDirectory()) collect(root, path, found);
    else if (status.isFile() && /\.ya?ml$/.test(name) && status.size <= limits.bytes)
      found.set(path, readFileSync(join(root, path), 'utf8'));
  }
}
