import type { GitHubIds } from '@auto-ops/contracts';
import { Repository } from '../repository.ts';
import { createRequest, type RequestOptions } from './create-request.ts';
import type { GitHubReader } from './github-reader.ts';
import { readIssueComment } from './read-issue-comment.ts';
import { readIssues } from './read-issues.ts';
import { readPullRequest } from './read-pull-request.ts';
import { readPush } from './read-push.ts';
import type { ReadSource } from './read-source.ts';
import { readWith } from './read-with.ts';
import { readWorkflowRun } from './read-workflow-run.ts';

const readers: Readonly<Record<GitHubIds['event'], (source: ReadSource) => Promise<unknown>>> = {
  issues: readIssues,
  issue_comment: readIssueComment,
  workflow_run: readWorkflowRun,
  push: readPush,
  pull_request: readPullRequest,
};

/** An event may be this late; what is older was told by another event. */
const latest = 3_600_000;

/** Reads from GitHub what an event that came as ids was about. */
export function createGitHubReader(options: Omit<RequestOptions, 'signal'> & { readonly label: string }): GitHubReader {
  const stop = new AbortController();
  const request = createRequest({ ...options, signal: stop.signal });
  return {
    repository: (id) => readWith(request, Repository, 'GET /repositories/{id}', { id }),
    event(ids, repository, receivedAt) {
      const [owner = '', repo = ''] = repository.full_name.split('/');
      const since = new Date(Date.parse(receivedAt) - latest).toISOString();
      return readers[ids.event]({ request, ids, repository, place: { owner, repo }, label: options.label, since });
    },
    close: () => stop.abort(),
  };
}
