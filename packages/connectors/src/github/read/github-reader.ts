import type { GitHubIds } from '@auto-ops/contracts';
import type { Repository } from '../repository.ts';

/** Reads what an event was about. Throws GITHUB_UNREACHABLE, GITHUB_LIMITED, GITHUB_REFUSED, GITHUB_MISSING and GITHUB_FAILED. */
export interface GitHubReader {
  repository(id: number): Promise<Repository>;
  /** The body that the webhook would have carried, as GitHub tells it now; `receivedAt` is when the event came. */
  event(ids: GitHubIds, repository: Repository, receivedAt: string): Promise<unknown>;
  /** Gives up what is under way, and all that is asked afterwards. */
  close(): void;
}
