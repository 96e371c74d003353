import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AutoOpsError } from '@auto-ops/contracts';
import type { Git } from './git.ts';

const maximumBytes = 512 * 1024 * 1024;
const maximumFiles = 50_000;

/**
 * Makes a clean working tree of `source` at `target`: a clone with its history where it is a git repository, else one commit of the plain tree.
 * Symbolic links of a plain tree are left out; in a clone they become files. Throws REPOSITORY_UNUSABLE.
 */
export async function layCheckout(git: Git, source: string, target: string): Promise<{ readonly hasHistory: boolean }> {
  if (!lstatSync(source, { throwIfNoEntry: false })?.isDirectory()) {
    throw new AutoOpsError('REPOSITORY_UNUSABLE', `${source} is not a folder`);
  }
  mkdirSync(target, { recursive: true });
  const hasHistory = existsSync(join(source, '.git')) || isBare(source);
  if (hasHistory) {
    await git(target, ['clone', '--quiet', '--no-local', '--no-tags', '--single-branch', '--', source, '.']);
    await git(target, ['remote', 'remove', 'origin']);
  } else {
    copyPlainTree(source, target);
    await git(target, ['init', '--quiet']);
    await git(target, ['add', '--all', '--force', '.']);
    await git(target, ['commit', '--quiet', '--allow-empty', '--no-verify', '-m', 'The tree as it was found']);
  }
  return { hasHistory };
}

function isBare(folder: string): boolean {
  return ['HEAD', 'objects', 'refs'].every((name) => existsSync(join(folder, name)));
}

function copyPlainTree(source: string, target: string): void {
  let bytes = 0;
  let files = 0;
  const copy = (relative: string) => {
    for (const name of readdirSync(join(source, relative)).sort()) {
      const path = join(relative, name);
      const found = lstatSync(join(source, path));
      if (name.toLowerCase() === '.git' || !(found.isDirectory() || found.isFile())) continue;
      if (found.isDirectory()) {
        mkdirSync(join(target, path), { recursive: true });
        copy(path);
        continue;
      }
      bytes += found.size;
      files += 1;
      if (bytes > maximumBytes || files > maximumFiles) {
        throw new AutoOpsError(
          'REPOSITORY_UNUSABLE',
          `${source} holds more than ${maximumFiles} files or ${maximumBytes} bytes`,
        );
      }
      cpSync(join(source, path), join(target, path));
    }
  };
  copy('');
}
