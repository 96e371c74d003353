import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const maximumBytes = 2 * 1024 * 1024;
const maximumFiles = 5000;

/** Relative paths of the YAML files below a folder, sorted; links, hidden folders and files above 2 MB are left out. */
export function manifestFiles(root: string): string[] {
  const paths: string[] = [];
  const walk = (relative: string) => {
    for (const name of readdirSync(join(root, relative)).sort()) {
      if (name.startsWith('.') || name === 'node_modules' || paths.length >= maximumFiles) continue;
      const path = relative === '' ? name : `${relative}/${name}`;
      const found = lstatSync(join(root, path));
      if (found.isDirectory()) walk(path);
      else if (found.isFile() && found.size <= maximumBytes && /\.ya?ml$/i.test(name)) paths.push(path);
    }
  };
  walk('');
  return paths;
}
