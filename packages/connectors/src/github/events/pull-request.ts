import { z } from 'zod';
import type { EventReader } from '../event-reader.ts';
import { originOf } from '../origin-of.ts';
import { Repository } from '../repository.ts';

const Commit = z.looseObject({ sha: z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/) });
const Body = z.looseObject({
  action: z.string(),
  pull_request: z.looseObject({ number: z.int().min(1), state: z.string(), base: Commit, head: Commit }),
  repository: Repository,
});

const wanted = ['opened', 'synchronize', 'reopened'];

/** `pull_request`: what it would change is looked at for risk, each time it changes. */
export const pullRequest: EventReader<typeof Body> = {
  Body,
  interpret({ action, pull_request: request, repository }) {
    if (!wanted.includes(action) || request.state !== 'open')
      return { kind: 'nothing', reason: `pull_request ${action}, ${request.state}: nothing new to look at` };
    return {
      kind: 'maintenance',
      job: 'review-risk',
      subject: {
        repository: repository.full_name,
        commit: request.head.sha,
        base: request.base.sha,
        pullRequest: request.number,
      },
      origin: originOf(repository, request.number),
    };
  },
};
