import { AutoOpsError, Time } from '@auto-ops/contracts';
import { z } from 'zod';
import { Issue } from '../issue.ts';
import type { ReadSource } from './read-source.ts';
import { readWith } from './read-with.ts';

const Comment = z.looseObject({ issue_url: z.string(), created_at: Time });

/** The comment as it stands, and the issue it stands in. */
export async function readIssueComment({ request, ids, repository, place, since }: ReadSource): Promise<unknown> {
  const comment = await readWith(request, Comment, 'GET /repos/{owner}/{repo}/issues/comments/{comment_id}', {
    ...place,
    comment_id: ids.comment,
  });
  if (!comment.issue_url.endsWith(`/issues/${ids.number}`))
    throw new AutoOpsError('GITHUB_MISSING', `comment ${ids.comment} does not stand in issue ${ids.number}`);
  const issue = await readWith(request, Issue, 'GET /repos/{owner}/{repo}/issues/{issue_number}', {
    ...place,
    issue_number: ids.number,
  });
  const isNews = Date.parse(comment.created_at) >= Date.parse(since);
  return { action: isNews ? 'created' : 'read', issue, comment, repository };
}
