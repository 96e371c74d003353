import type { Config } from '../config.ts';
import { linesOf } from './lines-of.ts';

type GitHubConfig = Pick<
  Config,
  'engine' | 'githubRepositories' | 'githubIdentities' | 'githubWebhookSecrets' | 'githubToken'
>;

/** What is set about GitHub and leads to nothing, because something else is not set; a sentence each, for the log of a start. */
export function gapsOfGitHub(config: GitHubConfig): string[] {
  const { githubWebhookSecrets, githubToken, githubIdentities } = config;
  const hasRepositories = linesOf(config.githubRepositories).length > 0;
  const isMeant =
    githubWebhookSecrets !== undefined || githubToken !== undefined || linesOf(githubIdentities).length > 0;
  const hasWay = githubWebhookSecrets !== undefined || config.engine === 'argo';
  return [
    ...(isMeant && !hasRepositories
      ? ['AUTO_OPS_GITHUB_REPOSITORIES names no repository: whatever GitHub tells is filtered']
      : []),
    ...(hasRepositories && !hasWay
      ? ['AUTO_OPS_GITHUB_WEBHOOK_SECRETS is not set: there is no hook by which GitHub could tell anything']
      : []),
  ];
}
