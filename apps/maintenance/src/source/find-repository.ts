import { AutoOpsError } from '@auto-ops/contracts';
import { parseRepositories } from './parse-repositories.ts';
import type { Repository } from './repository.ts';

/** The configured repository of a name; throws CONFIGURATION_INVALID where there is none. */
export function findRepository(text: string, name: string): Repository {
  const found = parseRepositories(text).find((repository) => repository.name === name);
  if (found !== undefined) return found;
  throw new AutoOpsError('CONFIGURATION_INVALID', `${name} is not among AUTO_OPS_REPOSITORIES`, {
    hint: 'Add a line `owner/name`, spelled as its host spells it, to AUTO_OPS_REPOSITORIES, or take the repository out of what the gateway listens to.',
  });
}
