import { isAbsolute } from 'node:path';
import { AutoOpsError, MaintenanceSubject } from '@auto-ops/contracts';
import type { Repository } from './repository.ts';

const branchName = /^(?!.*(?:\.\.|\/\/|\.lock(?:\/|$)))[A-Za-z0-9][A-Za-z0-9_./-]{0,199}$/;
const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Reads repositories, one a line: `owner/name [https address or folder [branch]]`. Throws CONFIGURATION_INVALID with the number of the line. */
export function parseRepositories(text: string): Repository[] {
  const repositories: Repository[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    const [name = '', address = `https://github.com/${name}.git`, branch = 'HEAD', ...rest] = line.trim().split(/\s+/);
    const problem =
      (rest.length > 0 && 'more than three words') ||
      (!MaintenanceSubject.shape.repository.safeParse(name).success && 'the name is not owner/name') ||
      (repositories.some((other) => other.name === name) && `${name} stands twice`) ||
      (!isAddress(address) && 'the address is neither https:// without credentials nor an absolute folder') ||
      (!branchName.test(branch) && 'the branch is none');
    if (problem) {
      throw new AutoOpsError('CONFIGURATION_INVALID', `AUTO_OPS_REPOSITORIES: line ${index + 1}: ${problem}`, {
        hint: 'Write one repository a line: owner/name [https address or folder [branch]].',
      });
    }
    repositories.push({ name, address, branch });
  }
  return repositories;
}

function isAddress(address: string): boolean {
  if (isAbsolute(address)) return true;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname));
}
