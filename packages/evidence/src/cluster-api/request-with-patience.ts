import { setTimeout as pause } from 'node:timers/promises';
import { AutoOpsError } from '@auto-ops/contracts';
import { apiError } from './api-error.ts';
import type { Credentials } from './credentials.ts';
import { type Answer, exchange } from './exchange.ts';
import type { Patience } from './patience.ts';

const passing = new Set([408, 429, 500, 502, 503, 504]);

/**
 * GETs until there is a final answer or the patience is over. Throws KUBERNETES_UNREACHABLE where none came, KUBERNETES_UNAUTHORIZED,
 * KUBERNETES_FORBIDDEN or KUBERNETES_FAILED (also for 404; `data.status` tells).
 */
export async function requestWithPatience(
  credentials: Credentials,
  path: string,
  accept: string,
  patience: Patience,
  signal: AbortSignal,
): Promise<string> {
  const deadline = Date.now() + patience.milliseconds;
  for (let attempt = 1; ; attempt++) {
    const outcome = await exchange(credentials, path, accept, signal).catch((error: Error) => error);
    signal.throwIfAborted();
    const failure = failureOf(outcome, credentials.server, path);
    if (failure === undefined) return (outcome as Answer).text;
    const wait = pauseOf(attempt, patience, outcome);
    if (!isPassing(outcome) || attempt >= patience.tries || Date.now() + wait > deadline) throw failure;
    await pause(wait, undefined, { signal });
  }
}

function failureOf(outcome: Answer | Error, server: URL, path: string): AutoOpsError | undefined {
  if (outcome instanceof AutoOpsError) return outcome;
  if (outcome instanceof Error) {
    const code = (outcome as NodeJS.ErrnoException).code;
    const reason = [code, outcome.message].filter((part) => part !== undefined && part !== '').join(': ');
    return new AutoOpsError('KUBERNETES_UNREACHABLE', `${server.origin}: ${reason}`, { cause: outcome });
  }
  return outcome.status >= 200 && outcome.status < 300 ? undefined : apiError(outcome, path);
}

/** A certificate that does not fit will not fit the next time either. */
function isPassing(outcome: Answer | Error): boolean {
  if (!(outcome instanceof Error)) return passing.has(outcome.status);
  const code = (outcome as NodeJS.ErrnoException).code ?? '';
  return !(outcome instanceof AutoOpsError) && !/CERT|SELF_SIGNED|TLS|SSL|ENOTFOUND/.test(code);
}

/** Half of the doubling pause and the rest at random, so that many collectors do not come back at once. */
function pauseOf(attempt: number, patience: Patience, outcome: Answer | Error): number {
  if (!(outcome instanceof Error) && outcome.retryAfterSeconds !== undefined) return outcome.retryAfterSeconds * 1000;
  return Math.random() * Math.min(patience.longestPause, patience.firstPause * 2 ** (attempt - 1));
}
