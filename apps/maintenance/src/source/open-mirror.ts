import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { AutoOpsError } from '@auto-ops/contracts';
import { createGit } from '@auto-ops/evidence';
import type { JobCall } from '../job.ts';
import type { Mirror } from './mirror.ts';
import { readBlobs } from './read-blobs.ts';
import type { Repository } from './repository.ts';

const fetchMilliseconds = 300_000;

/** Makes an empty bare repository below the job's folder that fetches, one commit deep, from the address alone. Throws REPOSITORY_UNUSABLE. */
export async function openMirror(repository: Repository, call: JobCall): Promise<Mirror> {
  const folder = call.workspace.path(call.folder, 'mirror');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const configuration = join(folder, 'gitconfig');
  // Folders belong to whoever mounted them; git itself only reads there.
  writeFileSync(configuration, '[safe]\n\tdirectory = *\n');
  const { searchPath, gitToken: token } = call.config;
  const server = isAbsolute(repository.address) ? {} : { server: { address: repository.address, token } };
  const date = new Date(0).toISOString();
  const git = createGit({ searchPath, configuration, date, signal: call.signal, ...server });
  const bare = join(folder, 'repository.git');
  await git(folder, ['init', '--quiet', '--bare', bare]);
  return {
    async fetch(names, depth = 1) {
      const wanted = names.map((name, index) => `+${name}:refs/auto-ops/${index}`);
      const words = [
        'fetch',
        '--quiet',
        `--depth=${depth}`,
        '--no-tags',
        '--no-recurse-submodules',
        '--no-write-fetch-head',
      ];
      await git(bare, [...words, '--', repository.address, ...wanted], { milliseconds: fetchMilliseconds }).catch(
        (cause: AutoOpsError) => {
          call.signal.throwIfAborted();
          // A server that does not answer now may answer later, and git tells the two apart by words alone.
          throw 'server' in server ? new AutoOpsError('REPOSITORY_UNREACHABLE', cause.message, { cause }) : cause;
        },
      );
      const heads = names.map((_, index) => `refs/auto-ops/${index}^{commit}`);
      return (await git(bare, ['rev-parse', ...heads])).trim().split('\n');
    },
    git: (words) => git(bare, words),
    blobs: (ids) => readBlobs((words, options) => git(bare, words, options), ids),
    async sizes(ids) {
      if (ids.length === 0) return new Map();
      const input = `${ids.join('\n')}\n`;
      const output = await git(bare, ['cat-file', '--batch-check=%(objectname) %(objectsize)'], { input });
      const rows = output.split('\n').map((line) => line.split(' '));
      return new Map(rows.flatMap(([id = '', size = '']) => (/^\d+$/.test(size) ? [[id, Number(size)]] : [])));
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 2 }),
  };
}
