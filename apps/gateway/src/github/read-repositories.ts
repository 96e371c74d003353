import { AutoOpsError, Identifier, MaintenanceSubject } from '@auto-ops/contracts';
import { linesOf } from './lines-of.ts';

/** Reads `owner/name [namespaces]` a line: the namespaces of each repository that counts, by its name in lower case. */
export function readRepositories(text: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [index, [name = '', namespaces, ...rest]] of linesOf(text).entries()) {
    const key = name.toLowerCase();
    // A list that came to nothing would mean all namespaces.
    const bounds = namespaces?.split(',') ?? [];
    const isWrong =
      !MaintenanceSubject.shape.repository.safeParse(name).success ||
      !bounds.every((namespace) => Identifier.safeParse(namespace).success) ||
      rest.length > 0;
    if (isWrong || found.has(key))
      throw new AutoOpsError(
        'CONFIGURATION_INVALID',
        `AUTO_OPS_GITHUB_REPOSITORIES: line ${index + 1} is not \`owner/name [namespaces]\`, or names a repository again`,
        { hint: 'Example: `octo/shop shop,shop-staging`.' },
      );
    found.set(key, bounds);
  }
  return found;
}
