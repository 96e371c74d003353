import { z } from 'zod';

const Commit = z.string().regex(/^(?:0|[0-9a-f]{40}|[0-9a-f]{64})$/);
const Id = z.int().min(0);

/**
 * What is left of a GitHub event that reached Argo Events: where it happened, in digits, hexadecimal and words of a list. Nothing that
 * somebody wrote is in it; the gateway reads the rest from GitHub.
 */
export const GitHubIds = z.strictObject({
  schemaVersion: z.literal(1),
  event: z.enum(['issues', 'workflow_run', 'issue_comment', 'push', 'pull_request']),
  /** GitHub's number of the repository, which stays when it is renamed. */
  repository: Id.min(1),
  /** Number of the issue or pull request, id of the workflow run, or 0. */
  number: Id,
  /** Id of the comment, or 0. */
  comment: Id,
  /** Commits of a push, or 0. */
  before: Commit,
  after: Commit,
  /** X-GitHub-Delivery: the same for every way by which the event comes. */
  delivery: z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
});
export type GitHubIds = z.infer<typeof GitHubIds>;
