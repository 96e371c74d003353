import { AutoOpsError } from '@auto-ops/contracts';
import { parseRepositories } from './parse-repositories.ts';
import type { Repository } from './repository.ts';

/** The configured repository of a name, whatever its case; throws CONFIGURATION_INVALID where there is none. */
export function findRepository(text: string, name: string): Repository {
  const found = parseRepositories(text).find((repository) => repository.name.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  throw new AutoOpsError('CONFIGURATION_INVALID', `${name} is not among AUTO_OPS_REPOSITORIES`, {
    hint: 'Add a line `owner/name` to AUTO_OPS_REPOSITORIES, or take the repository out of what the gateway listens to.',
  });
}
