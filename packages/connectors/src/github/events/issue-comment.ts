import { Time } from '@auto-ops/contracts';
import { z } from 'zod';
import { Account } from '../account.ts';
import type { EventReader } from '../event-reader.ts';
import { isOlder } from '../is-older.ts';
import { Issue } from '../issue.ts';
import { originOf } from '../origin-of.ts';
import { readCommand } from '../read-command.ts';
import { reportOf } from '../report-of.ts';
import { Repository } from '../repository.ts';

const Body = z.looseObject({
  action: z.string(),
  issue: Issue,
  comment: z.looseObject({
    id: z.int(),
    body: z.string(),
    user: Account.nullable(),
    created_at: Time,
    updated_at: Time,
    performed_via_github_app: z.unknown().optional(),
  }),
  repository: Repository,
});

/** A command is about what its author looked at. */
const goodHours = 1;

/** `issue_comment`: a command in the first line of a new comment that a person wrote themselves. */
export const issueComment: EventReader<typeof Body> = {
  Body,
  interpret({ action, issue, comment, repository }, delivery, { cryptography }) {
    const nothing = (reason: string) => ({ kind: 'nothing' as const, reason: `issue_comment ${action}: ${reason}` });
    if (action !== 'created') return nothing('only a new comment can be a command');
    const command = readCommand(comment.body);
    if (command === undefined) return nothing('no command');
    if ('fault' in command) return nothing(command.fault);
    const { user } = comment;
    if (user?.type !== 'User' || (comment.performed_via_github_app ?? null) !== null)
      return nothing('a program wrote it, and only people command');
    // Whoever may maintain a repository may rewrite what others said.
    if (Date.parse(comment.updated_at) !== Date.parse(comment.created_at))
      return nothing('it was edited, so nobody knows who wrote what it says');
    if (isOlder(comment.created_at, goodHours, delivery))
      return nothing('it is older than an hour; what is still wanted is said again');
    return {
      kind: 'command',
      command,
      origin: originOf(repository, issue.number),
      author: user.login,
      authorId: user.id,
      comment: comment.id,
      report: reportOf(repository, issue, user.login, delivery, cryptography),
      askers: [...new Set([user.login, ...(issue.user ? [issue.user.login] : [])])],
    };
  },
};
