import { createGitHubReader } from '@auto-ops/connectors';
import { AutoOpsError } from '@auto-ops/contracts';
import type { Config } from '../config.ts';
import type { TokenDirectory } from '../control/token-directory.ts';
import type { GitHubSettings } from './github-settings.ts';
import { readIdentities } from './read-identities.ts';
import { readRepositories } from './read-repositories.ts';

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Reads the settings of GitHub; throws CONFIGURATION_INVALID. */
export function openGitHub(config: Config, directory: TokenDirectory): GitHubSettings {
  const { protocol, hostname } = new URL(config.githubApi);
  const isPrivate = protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname));
  if (config.githubToken !== undefined && !isPrivate)
    throw new AutoOpsError('CONFIGURATION_INVALID', 'AUTO_OPS_GITHUB_TOKEN would be sent in clear', {
      hint: 'Give AUTO_OPS_GITHUB_API an https:// address.',
    });
  const repositories = readRepositories(config.githubRepositories);
  const identities = readIdentities(config.githubIdentities, directory);
  return {
    secrets: config.githubWebhookSecrets?.split(',') ?? [],
    label: config.githubLabel,
    namespacesOf: (repository) => repositories.get(repository.toLowerCase()),
    personOf(login) {
      const identity = identities.get(login.toLowerCase());
      return identity === undefined ? undefined : directory.named(identity.name);
    },
    isGenuine(login, id) {
      const wanted = identities.get(login.toLowerCase())?.id;
      return wanted === undefined || wanted === id;
    },
    reader: createGitHubReader({
      api: config.githubApi,
      token: config.githubToken,
      label: config.githubLabel,
      clock: Date.now,
    }),
  };
}
