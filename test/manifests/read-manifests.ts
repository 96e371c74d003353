import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { Manifest } from './manifest.ts';
import { root } from './template.ts';

/** Every object of the folders, with the file that it is in; the files of kustomize itself and of Helm charts are left out. */
export function readManifests(...folders: readonly string[]): Manifest[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml') && !name.split('/').includes('chart'))
      .sort()
      .flatMap((name) => {
        const file = join(root, folder, name);
        return parseAllDocuments(readFileSync(file, 'utf8'))
          .map((document) => ({ ...(document.toJS() as object), file: relative(root, file) }) as Manifest)
          .filter(({ kind, metadata }) => kind !== 'Kustomization' && kind !== 'Component' && metadata !== undefined);
      }),
  );
}
