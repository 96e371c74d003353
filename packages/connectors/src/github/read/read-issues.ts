import { Time } from '@auto-ops/contracts';
import { z } from 'zod';
import { Account } from '../account.ts';
import { Issue } from '../issue.ts';
import type { ReadSource } from './read-source.ts';
import { readWith } from './read-with.ts';

const Events = z.array(
  z.looseObject({
    event: z.string(),
    created_at: Time,
    actor: Account.nullish(),
    label: z.looseObject({ name: z.string() }).optional(),
  }),
);
const LabelledIssue = Issue.extend({ labels: z.array(z.looseObject({ name: z.string() })) });
const pageSize = 100;
const mostPages = 20;

/** The issue and who put the label on it last; where it has the label no more, or has it for long, that nothing was handed over. */
export async function readIssues({ request, ids, repository, place, label, since }: ReadSource): Promise<unknown> {
  const parameters = { ...place, issue_number: ids.number };
  const issue = await readWith(request, LabelledIssue, 'GET /repos/{owner}/{repo}/issues/{issue_number}', parameters);
  let last: z.infer<typeof Events>[number] | undefined;
  for (let page = 1; page <= mostPages; page += 1) {
    const events = await readWith(request, Events, 'GET /repos/{owner}/{repo}/issues/{issue_number}/events', {
      ...parameters,
      per_page: pageSize,
      page,
    });
    last = events.findLast((event) => event.event === 'labeled' && event.label?.name === label) ?? last;
    if (events.length < pageSize) break;
  }
  const isLabelled = issue.labels.some(({ name }) => name === label);
  const isNews = last !== undefined && Date.parse(last.created_at) >= Date.parse(since);
  return {
    action: isLabelled && isNews ? 'labeled' : 'read',
    label: { name: label },
    issue,
    repository,
    sender: last?.actor ?? { login: 'ghost', type: 'User' },
  };
}
