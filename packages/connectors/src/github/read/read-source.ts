import type { GitHubIds } from '@auto-ops/contracts';
import type { Repository } from '../repository.ts';
import type { GitHubRequest } from './github-request.ts';

/** What an event is read anew from. */
export interface ReadSource {
  readonly request: GitHubRequest;
  readonly ids: GitHubIds;
  readonly repository: Repository;
  /** `{owner}` and `{repo}` of every route. */
  readonly place: { readonly owner: string; readonly repo: string };
  readonly label: string;
  /** What happened before this (RFC 3339) is not what the event is about. */
  readonly since: string;
}
