import { AutoOpsError } from '@auto-ops/contracts';
import { Octokit, RequestError } from 'octokit';
import type { GitHubRequest } from './github-request.ts';
import { type ReadLimit, readLimit } from './read-limit.ts';

/** How GitHub is reached; the time-out is for tests. */
export interface RequestOptions {
  /** Address of the REST API. */
  readonly api: string;
  readonly token: string | undefined;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly timeoutMilliseconds?: number;
  /** Aborted when nobody waits for an answer any more. */
  readonly signal?: AbortSignal;
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * Makes the one way to GitHub. Nothing is repeated here: who asks knows when it is worth asking again, and `data.retryAt` of GITHUB_LIMITED
 * (RFC 3339) says when GitHub takes requests again.
 */
export function createRequest({
  api,
  token,
  clock,
  timeoutMilliseconds = 15_000,
  signal,
}: RequestOptions): GitHubRequest {
  const octokit = new Octokit({
    ...(token === undefined ? {} : { auth: token }),
    baseUrl: api.replace(/\/$/, ''),
    userAgent: 'auto-ops',
    log: silent,
    retry: { enabled: false },
    throttle: { enabled: false },
  });
  let limit: ReadLimit = { pausedUntil: 0, refusals: 0 };

  function limited(route: string): AutoOpsError {
    const retryAt = new Date(limit.pausedUntil).toISOString();
    return new AutoOpsError('GITHUB_LIMITED', `${route}: GitHub takes no more requests until ${retryAt}`, {
      data: { retryAt },
    });
  }

  return async (route, parameters) => {
    if (limit.pausedUntil > clock()) throw limited(route);
    try {
      const { data, headers } = await octokit.request(route, {
        ...parameters,
        request: { signal: AbortSignal.any([AbortSignal.timeout(timeoutMilliseconds), ...(signal ? [signal] : [])]) },
      });
      limit = readLimit({ status: 200, headers }, limit, clock());
      return data as unknown;
    } catch (error) {
      if (!(error instanceof RequestError) || error.response === undefined)
        throw new AutoOpsError('GITHUB_UNREACHABLE', `${route}: no answer from ${api}: ${reasonOf(error)}`, {
          cause: error,
        });
      const { status, headers } = error.response;
      limit = readLimit({ status, headers }, limit, clock());
      if ((status === 403 || status === 429) && limit.pausedUntil > clock()) throw limited(route);
      throw new AutoOpsError(codeOf(status), `${route} answered ${status}`, { cause: error });
    }
  };
}

function reasonOf(error: unknown): string {
  const { name, cause } = error as Error;
  return (cause as { code?: string } | undefined)?.code ?? (cause as Error | undefined)?.name ?? name;
}

function codeOf(status: number): 'GITHUB_REFUSED' | 'GITHUB_MISSING' | 'GITHUB_FAILED' {
  if (status === 401 || status === 403) return 'GITHUB_REFUSED';
  return status === 404 || status === 410 || status === 451 ? 'GITHUB_MISSING' : 'GITHUB_FAILED';
}
