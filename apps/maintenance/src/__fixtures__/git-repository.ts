import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '@auto-ops/testing';

/** A real repository in a temporary folder. */
export interface GitRepository {
  readonly folder: string;
  /** Writes files (null removes one), commits, answers the commit. */
  commit(files: Readonly<Record<string, string | Buffer | null>>): string;
  git(...words: string[]): string;
}

/** Makes one with the branch `main` and no commit yet; it is removed when the running test ends. */
export function gitRepository(): GitRepository {
  const folder = temporaryFolder();
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=Jane', '-c', 'user.email=jane@example.com', ...words], {
      cwd: folder,
      env: { PATH: '/usr/local/bin:/usr/bin:/bin', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
      .toString()
      .trim();
  git('init', '--quiet', '-b', 'main');
  return {
    folder,
    git,
    commit(files) {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        if (text === null) rmSync(join(folder, path));
        else writeFileSync(join(folder, path), text);
      }
      git('add', '--all', '--force');
      git('commit', '--quiet', '--allow-empty', '-m', 'A change');
      return git('rev-parse', 'HEAD');
    },
  };
}
