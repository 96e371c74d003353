import { setTimeout as wait } from 'node:timers/promises';
import type { ApiAnswer, ApiConnection, ApiRequest } from './api-connection.ts';
import type { Patience } from './patience.ts';

const longestDelay = 20_000;

/**
 * Sends until there is an answer that a repetition would not change, or no try is left: then it answers the last answer, or throws
 * the socket's error. Only for requests that may be repeated.
 */
export async function sendPatiently(
  connection: ApiConnection,
  request: ApiRequest,
  patience: Patience,
): Promise<ApiAnswer> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await connection.send(request).catch((error: Error) => error);
    const isLast = attempt >= patience.tries;
    if (outcome instanceof Error) {
      if (isLast) throw outcome;
    } else if (isLast || !patience.isPassing(outcome.status)) {
      return outcome;
    }
    const ceiling = Math.min(longestDelay, patience.firstDelayMilliseconds * 2 ** (attempt - 1));
    const told = outcome instanceof Error ? 0 : (outcome.retryAfterSeconds ?? 0) * 1000;
    await wait(Math.max(Math.random() * ceiling, Math.min(longestDelay, told)));
  }
}
