import type { GitHubIds } from '@auto-ops/contracts';
import type { EventReader } from './event-reader.ts';
import { issueComment } from './events/issue-comment.ts';
import { issues } from './events/issues.ts';
import { pullRequest } from './events/pull-request.ts';
import { push } from './events/push.ts';
import { workflowRun } from './events/workflow-run.ts';

/** Every event that means something, by its name. */
export const eventReaders: Readonly<Record<GitHubIds['event'], EventReader>> = {
  issues,
  workflow_run: workflowRun,
  issue_comment: issueComment,
  push,
  pull_request: pullRequest,
};
