import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { AutoOpsError } from '@auto-ops/contracts';

const run = promisify(execFile);

/** What one call of git may differ in. */
export interface GitCall {
  /** Given to its standard input. */
  readonly input?: string;
  /** `latin1` keeps bytes apart where the output is no text; `utf8` where absent. */
  readonly encoding?: 'utf8' | 'latin1';
  /** 60 s where absent. */
  readonly milliseconds?: number;
}

/** Runs git in a folder and answers its standard output. */
export type Git = (folder: string, words: readonly string[], call?: GitCall) => Promise<string>;

/** What a git of this package is made of. */
export interface GitOptions {
  readonly searchPath: string;
  /** A configuration file that allows other owners' folders; the only configuration that is read. */
  readonly configuration: string;
  /** RFC 3339; makes commits repeatable. */
  readonly date: string;
  readonly signal: AbortSignal;
  /** The one server that may be asked, `https://…`, and the token it knows; only folders where absent. */
  readonly server?: { readonly address: string; readonly token?: string | undefined };
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

/** The token goes through the environment, which other users cannot read; a redirect would carry it to another server. */
function serverEnvironment(server: GitOptions['server']): Record<string, string> {
  if (server === undefined) return {};
  const { address, token } = server;
  const settings = [
    [`protocol.${new URL(address).protocol.slice(0, -1)}.allow`, 'always'],
    ['http.followRedirects', 'false'],
    ['http.lowSpeedLimit', '1000'],
    ['http.lowSpeedTime', '30'],
    ['credential.helper', ''],
    ...(token === undefined
      ? []
      : [
          [
            `http.${address}.extraHeader`,
            `Authorization: Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`,
          ],
        ]),
  ];
  return Object.fromEntries([
    ['GIT_CONFIG_COUNT', String(settings.length)],
    ...settings.flatMap(([key = '', value = ''], index) => [
      [`GIT_CONFIG_KEY_${index}`, key],
      [`GIT_CONFIG_VALUE_${index}`, value],
    ]),
  ]);
}

/** A git without the person's or the machine's configuration and without prompts; 32 MB a call. Throws REPOSITORY_UNUSABLE. */
export function createGit(options: GitOptions): Git {
  return async (folder, words, { input, encoding = 'utf8', milliseconds = 60_000 } = {}) => {
    try {
      const running = run('git', [...settings, ...words], {
        cwd: folder,
        timeout: milliseconds,
        maxBuffer: 32 * 1024 * 1024,
        encoding,
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
          ...serverEnvironment(options.server),
        },
      });
      // A git that ends early closes its input; what it says about it is in its error.
      running.child.stdin?.on('error', () => {}).end(input);
      return (await running).stdout;
    } catch (cause) {
      const said = String((cause as { stderr?: unknown }).stderr || (cause as Error).message);
      throw new AutoOpsError('REPOSITORY_UNUSABLE', `git ${words[0]}: ${said.trim().slice(0, 500)}`, { cause });
    }
  };
}
