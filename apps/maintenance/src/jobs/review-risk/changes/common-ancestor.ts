import type { Mirror } from '../../../source/mirror.ts';

const depths = [50, 1000, 10_000];

/** Where the histories of two references meet; the second commit itself where they do not meet within 10,000 commits. */
export async function commonAncestor(
  mirror: Mirror,
  head: string,
  base: string,
): Promise<{ readonly head: string; readonly base: string; readonly ancestor: string; readonly isKnown: boolean }> {
  let commits: string[] = [];
  for (const depth of depths) {
    commits = await mirror.fetch([head, base], depth);
    const [headCommit = '', baseCommit = ''] = commits;
    // An exit status of one says that there is none, and git says nothing more.
    const ancestors = await mirror.git(['merge-base', headCommit, baseCommit]).catch(() => '');
    const ancestor = ancestors.trim();
    if (ancestor !== '') return { head: headCommit, base: baseCommit, ancestor, isKnown: true };
  }
  const [headCommit = '', baseCommit = ''] = commits;
  return { head: headCommit, base: baseCommit, ancestor: baseCommit, isKnown: false };
}
