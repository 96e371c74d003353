import { z } from 'zod';
import { Account } from '../account.ts';
import type { EventReader } from '../event-reader.ts';
import { isOlder } from '../is-older.ts';
import { Issue } from '../issue.ts';
import { longestRedelivery } from '../longest-redelivery.ts';
import { originOf } from '../origin-of.ts';
import { reportOf } from '../report-of.ts';
import { Repository } from '../repository.ts';

const Body = z.looseObject({
  action: z.string(),
  label: z.looseObject({ name: z.string() }).optional(),
  issue: Issue,
  repository: Repository,
  sender: Account,
});

/** `issues`: the label hands an issue over. Who put it there asks, and so does who wrote the issue. */
export const issues: EventReader<typeof Body> = {
  Body,
  interpret({ action, label, issue, repository, sender }, delivery, { cryptography, label: wanted }) {
    if (action !== 'labeled' || label?.name !== wanted)
      return { kind: 'nothing', reason: `issues ${action}: only the label ${wanted} hands an issue over` };
    if (issue.updated_at !== undefined && isOlder(issue.updated_at, longestRedelivery, delivery))
      return { kind: 'nothing', reason: 'issues labeled: it is older than a week' };
    const askers = [sender.login, ...(issue.user ? [issue.user.login] : [])];
    return {
      kind: 'signal',
      signal: reportOf(repository, issue, sender.login, delivery, cryptography),
      origin: originOf(repository, issue.number),
      askers: [...new Set(askers)],
    };
  },
};
