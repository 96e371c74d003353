import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AutoOpsError } from '@auto-ops/contracts';
import type { Git } from './git.ts';

const sizeLimit = 512 * 1024 * 1024;

// A repository's own config, hooks, attributes and alternates could make git run or read something; history needs none of them.
const adopted = ['HEAD', 'objects', 'refs', 'packed-refs', 'shallow'];

/**
 * A clean working copy of a collected repository at `to` (emptied first), history included, on the commit it stands at.
 * Throws REPOSITORY_UNUSABLE.
 */
export async function copyRepository(git: Git, from: string, to: string): Promise<void> {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(join(to, '.git'), { recursive: true });
  for (const name of adopted) {
    const source = join(from, '.git', name);
    if (!existsSync(source)) continue;
    refuseOddities(source);
    cpSync(source, join(to, '.git', name), { recursive: true, errorOnExist: true, force: false });
  }
  rmSync(join(to, '.git', 'objects', 'info', 'alternates'), { force: true });
  rmSync(join(to, '.git', 'objects', 'info', 'http-alternates'), { force: true });
  mkdirSync(join(to, '.git', 'refs', 'heads'), { recursive: true });
  writeFileSync(join(to, '.git', 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = false\n');
  await git(to, ['reset', '--quiet', '--hard', 'HEAD']);
}

function refuseOddities(path: string): void {
  let size = 0;
  const look = (one: string) => {
    const found = lstatSync(one);
    if (found.isSymbolicLink()) throw new AutoOpsError('REPOSITORY_UNUSABLE', `${one} is a symbolic link`);
    size += found.size;
    if (size > sizeLimit) throw new AutoOpsError('REPOSITORY_UNUSABLE', `${path} holds more than ${sizeLimit} bytes`);
    if (found.isDirectory()) for (const name of readdirSync(one)) look(join(one, name));
  };
  look(path);
}
