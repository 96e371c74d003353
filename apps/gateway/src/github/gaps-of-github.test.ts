import { expect, it } from 'vitest';
import { gapsOfGitHub } from './gaps-of-github.ts';

const base = { engine: 'local' as const, githubRepositories: '', githubIdentities: '' };
const secrets = { githubWebhookSecrets: 'secret-of-the-webhook' };

it.each([
  [base, []],
  [{ ...base, ...secrets, githubRepositories: 'octo/shop' }, []],
  [{ ...base, engine: 'argo' as const, githubRepositories: 'octo/shop' }, []],
  [{ ...base, ...secrets, githubRepositories: '# octo/shop' }, ['AUTO_OPS_GITHUB_REPOSITORIES names no repository']],
  [{ ...base, githubIdentities: 'octocat ada' }, ['AUTO_OPS_GITHUB_REPOSITORIES names no repository']],
  [{ ...base, githubRepositories: 'octo/shop' }, ['AUTO_OPS_GITHUB_WEBHOOK_SECRETS is not set']],
])('says what is missing in %o', (config, expected) => {
  expect(gapsOfGitHub({ githubWebhookSecrets: undefined, githubToken: undefined, ...config })).toEqual(
    expected.map((beginning) => expect.stringContaining(beginning)),
  );
});
