import { AutoOpsError } from '@auto-ops/contracts';
import type { GitCall } from '@auto-ops/evidence';

/** Reads files by their object ids in one run of git, in the order of the ids. */
export async function readBlobs(
  git: (words: readonly string[], call: GitCall) => Promise<string>,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  // Sizes are told in bytes, and a byte is one character here.
  const output = await git(['cat-file', '--batch=%(objectsize)'], { input: `${ids.join('\n')}\n`, encoding: 'latin1' });
  let at = 0;
  return ids.map((id) => {
    const end = output.indexOf('\n', at);
    const size = Number(output.slice(at, end));
    if (end < 0 || !Number.isInteger(size)) throw new AutoOpsError('REPOSITORY_UNUSABLE', `there is no object ${id}`);
    at = end + 1 + size + 1;
    return Buffer.from(output.slice(end + 1, end + 1 + size), 'latin1').toString();
  });
}
