import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { AutoOpsError } from '@auto-ops/contracts';

const run = promisify(execFile);

/** Runs git in a folder and answers its standard output. */
export type Git = (folder: string, words: readonly string[]) => Promise<string>;

/** What a git of this package is made of. */
export interface GitOptions {
  readonly searchPath: string;
  /** A configuration file that allows other owners' folders; the only configuration that is read. */
  readonly configuration: string;
  /** RFC 3339; makes commits repeatable. */
  readonly date: string;
  readonly signal: AbortSignal;
}

// A repository decides nothing about the machine: no hooks, no file monitor, no links, no transport but a folder.
const settings = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.symlinks=false',
  'core.autocrlf=false',
  'protocol.allow=never',
  'protocol.file.allow=always',
  'commit.gpgSign=false',
  'gc.auto=0',
  'init.defaultBranch=main',
  'user.name=auto-ops',
  'user.email=auto-ops@localhost',
].flatMap((setting) => ['-c', setting]);

/** A git without the person's or the machine's configuration and without prompts; 60 s and 32 MB a call. Throws REPOSITORY_UNUSABLE. */
export function createGit(options: GitOptions): Git {
  return async (folder, words) => {
    try {
      const { stdout } = await run('git', [...settings, ...words], {
        cwd: folder,
        timeout: 60_000,
        maxBuffer: 32 * 1024 * 1024,
        signal: options.signal,
        env: {
          PATH: options.searchPath,
          LC_ALL: 'C',
          GIT_TERMINAL_PROMPT: '0',
          GIT_CONFIG_NOSYSTEM: '1',
          GIT_CONFIG_GLOBAL: options.configuration,
          GIT_ATTR_NOSYSTEM: '1',
          GIT_CEILING_DIRECTORIES: folder,
          GIT_AUTHOR_DATE: options.date,
          GIT_COMMITTER_DATE: options.date,
        },
      });
      return stdout;
    } catch (cause) {
      const said = String((cause as { stderr?: unknown }).stderr || (cause as Error).message);
      throw new AutoOpsError('REPOSITORY_UNUSABLE', `git ${words[0]}: ${said.trim().slice(0, 500)}`, { cause });
    }
  };
}
