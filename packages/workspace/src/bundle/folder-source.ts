import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AutoOpsError } from '@auto-ops/contracts';
import type { BundleSource } from './bundle-source.ts';

/** The files of a bundle folder. Symbolic links below it are refused: they could show files of the machine that reads it. */
export function folderSource(folder: string): BundleSource {
  return {
    name: folder,
    folder,
    text(path, maximumBytes) {
      refuseLinkedParents(folder, path);
      const status = lstatSync(join(folder, path), { throwIfNoEntry: false });
      if (status === undefined) return undefined;
      if (!status.isFile()) throw new AutoOpsError('BUNDLE_UNREADABLE', `${join(folder, path)} is not a regular file`);
      if (status.size > maximumBytes) {
        throw new AutoOpsError(
          'BUNDLE_UNREADABLE',
          `${join(folder, path)} has ${status.size} bytes; at most ${maximumBytes} are read`,
        );
      }
      return readFileSync(join(folder, path), 'utf8');
    },
    files: (below) => walk(folder, below).sort(),
  };
}

function refuseLinkedParents(folder: string, path: string): void {
  const parts = path.split('/').slice(0, -1);
  for (let depth = 1; depth <= parts.length; depth++) {
    const parent = join(folder, ...parts.slice(0, depth));
    if (lstatSync(parent, { throwIfNoEntry: false })?.isSymbolicLink()) {
      throw new AutoOpsError('BUNDLE_UNREADABLE', `${parent} is a symbolic link`);
    }
  }
}

function walk(folder: string, below: string): string[] {
  if (!lstatSync(join(folder, below), { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = `${below}/${entry.name}`;
    if (entry.isDirectory()) return walk(folder, path);
    return entry.isFile() ? [path] : [];
  });
}
