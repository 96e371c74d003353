import { z } from 'zod';
import type { EventReader } from '../event-reader.ts';
import { originOf } from '../origin-of.ts';
import { Repository } from '../repository.ts';

const Paths = z.array(z.string()).default([]);
const Commit = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const Body = z.looseObject({
  ref: z.string(),
  before: Commit,
  after: Commit,
  forced: z.boolean().default(false),
  deleted: z.boolean().default(false),
  commits: z.array(z.looseObject({ added: Paths, modified: Paths, removed: Paths })).default([]),
  repository: Repository,
});

/** GitHub lists at most so many commits; what a longer push touched is not known from it. */
const mostCommits = 2048;
const folder = 'runbooks/';

/** `push`: what lands in `runbooks/` of the default branch is read anew. */
export const push: EventReader<typeof Body> = {
  Body,
  interpret({ ref, before, after, forced, deleted, commits, repository }) {
    const nothing = (reason: string) => ({ kind: 'nothing' as const, reason: `push: ${reason}` });
    if (ref !== `refs/heads/${repository.default_branch}`) return nothing('not on the default branch');
    if (deleted) return nothing('the branch was deleted');
    const touched = commits.flatMap(({ added, modified, removed }) => [...added, ...modified, ...removed]);
    // A forced push takes commits away without naming them.
    const isUnknown = forced || commits.length >= mostCommits;
    if (!isUnknown && !touched.some((path) => path.startsWith(folder))) return nothing(`touches nothing in ${folder}`);
    return {
      kind: 'maintenance',
      job: 'reindex',
      subject: {
        repository: repository.full_name,
        commit: after,
        ...(/^0+$/.test(before) ? {} : { base: before }),
      },
      origin: originOf(repository),
    };
  },
};
