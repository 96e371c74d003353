import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { AutoOpsError } from '@auto-ops/contracts';

const run = promisify(execFile);

/** Runs git in a folder and answers its standard output. */
export type Git = (folder: string, words: readonly string[]) => Promise<string>;

// What lies in the repository decides nothing: no hooks, no file-system monitor, no foreign transport, no links out of the tree.
const settings = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.symlinks=false',
  'core.autocrlf=false',
  'protocol.allow=never',
  'commit.gpgSign=false',
  'gc.auto=0',
  'user.name=auto-ops',
  'user.email=auto-ops@localhost',
];

/**
 * A git with neither the user's nor the machine's configuration, without prompts, with limits of time (60 s) and output (32 MB).
 * `date` (RFC 3339) makes commits repeatable. Throws REPOSITORY_UNUSABLE with what git said.
 */
export function createGit(searchPath: string, date: string, signal?: AbortSignal): Git {
  return async (folder, words) => {
    const options = settings.flatMap((setting) => ['-c', setting]);
    try {
      const { stdout } = await run('git', [...options, '-c', `safe.directory=${folder}`, ...words], {
        cwd: folder,
        timeout: 60_000,
        maxBuffer: 32 * 1024 * 1024,
        ...(signal !== undefined && { signal }),
        env: {
          PATH: searchPath,
          LC_ALL: 'C',
          GIT_TERMINAL_PROMPT: '0',
          GIT_CONFIG_NOSYSTEM: '1',
          GIT_CONFIG_GLOBAL: '/dev/null',
          GIT_ATTR_NOSYSTEM: '1',
          GIT_CEILING_DIRECTORIES: folder,
          GIT_AUTHOR_DATE: date,
          GIT_COMMITTER_DATE: date,
        },
      });
      return stdout;
    } catch (cause) {
      const said = String((cause as { stderr?: unknown }).stderr ?? (cause as Error).message)
        .slice(0, 500)
        .trim();
      throw new AutoOpsError('REPOSITORY_UNUSABLE', `git ${words[0]}: ${said}`, { cause });
    }
  };
}
