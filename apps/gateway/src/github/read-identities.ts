import { AutoOpsError } from '@auto-ops/contracts';
import type { TokenDirectory } from '../control/token-directory.ts';
import type { GitHubIdentity } from './github-identity.ts';
import { linesOf } from './lines-of.ts';

/** Reads `login name [id]` a line: who each login is, in lower case. Throws CONFIGURATION_INVALID. */
export function readIdentities(text: string, directory: TokenDirectory): ReadonlyMap<string, GitHubIdentity> {
  const found = new Map<string, GitHubIdentity>();
  for (const [index, [login = '', name = '', id, ...rest]] of linesOf(text).entries()) {
    const key = login.toLowerCase();
    const isLogin = /^[a-z0-9](?:[a-z0-9_-]{0,98}[a-z0-9])?$/.test(key);
    const isNumber = id === undefined || /^[1-9]\d{0,14}$/.test(id);
    const isWrong = !isLogin || !isNumber || rest.length > 0 || found.has(key);
    if (isWrong || directory.named(name) === undefined)
      throw new AutoOpsError(
        'CONFIGURATION_INVALID',
        `AUTO_OPS_GITHUB_IDENTITIES: line ${index + 1} is not \`login name [id]\` with a name of AUTO_OPS_TOKENS, or names a login again`,
        { hint: 'Example: `octocat alice`, where AUTO_OPS_TOKENS has a line that begins with alice.' },
      );
    found.set(key, { name, ...(id !== undefined && { id: Number(id) }) });
  }
  return found;
}
