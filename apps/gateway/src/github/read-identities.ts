import { AutoOpsError } from '@auto-ops/contracts';
import type { TokenDirectory } from '../control/token-directory.ts';
import { linesOf } from './lines-of.ts';

/** Reads `login name` a line: the name in the directory of each login, in lower case. Throws CONFIGURATION_INVALID. */
export function readIdentities(text: string, directory: TokenDirectory): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [index, [login = '', name = '', ...rest]] of linesOf(text).entries()) {
    const key = login.toLowerCase();
    const isWrong = !/^[a-z0-9](?:[a-z0-9_-]{0,98}[a-z0-9])?$/.test(key) || rest.length > 0 || found.has(key);
    if (isWrong || directory.named(name) === undefined)
      throw new AutoOpsError(
        'CONFIGURATION_INVALID',
        `AUTO_OPS_GITHUB_IDENTITIES: line ${index + 1} is not \`login name\` with a name of AUTO_OPS_TOKENS, or names a login again`,
        { hint: 'Example: `octocat alice`, where AUTO_OPS_TOKENS has a line that begins with alice.' },
      );
    found.set(key, name);
  }
  return found;
}
