import type { ReadSource } from './read-source.ts';

/** The pull request as it stands. */
export async function readPullRequest({ request, ids, repository, place }: ReadSource): Promise<unknown> {
  const found = await request('GET /repos/{owner}/{repo}/pulls/{pull_number}', { ...place, pull_number: ids.number });
  return { action: 'synchronize', pull_request: found, repository };
}
