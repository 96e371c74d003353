import { z } from 'zod';
import type { ReadSource } from './read-source.ts';
import { readWith } from './read-with.ts';

const Files = z.array(z.looseObject({ filename: z.string(), previous_filename: z.string().optional() }));
const Comparison = z.looseObject({ status: z.string(), files: Files.default([]) });
const Commit = z.looseObject({ files: Files.default([]) });
/** GitHub names at most so many files; beyond it, what was touched is not known. */
const mostFiles = 300;
const isNone = (commit: string) => /^0+$/.test(commit);

/** What was pushed, where it is part of the default branch now. */
export async function readPush({ request, ids, repository, place }: ReadSource): Promise<unknown> {
  const { before, after } = ids;
  const fresh = { ref: `refs/heads/${repository.default_branch}`, before: '0'.repeat(40), repository };
  if (isNone(after)) return { ...fresh, after: '0'.repeat(40), deleted: true };
  const compare = (base: string, head: string) =>
    readWith(request, Comparison, 'GET /repos/{owner}/{repo}/compare/{basehead}', {
      ...place,
      basehead: `${base}...${head}`,
    });
  // The branch is ahead of each of its own commits.
  const { status } = await compare(after, repository.default_branch);
  if (status !== 'identical' && status !== 'ahead') return { ...fresh, ref: 'refs/heads/', after };
  const pushed = isNone(before)
    ? {
        status: 'ahead',
        ...(await readWith(request, Commit, 'GET /repos/{owner}/{repo}/commits/{ref}', { ...place, ref: after })),
      }
    : await compare(before, after);
  const paths = pushed.files.flatMap((file) => [file.filename, file.previous_filename ?? file.filename]);
  return {
    ...fresh,
    before: isNone(before) ? fresh.before : before,
    after,
    forced: pushed.status !== 'ahead' || pushed.files.length >= mostFiles,
    commits: [{ modified: paths }],
  };
}
