import { setTimeout as wait } from 'node:timers/promises';
import { AutoOpsError } from '@auto-ops/contracts';
import type { ApiAnswer, Connection } from './connection.ts';
import type { Patience } from './patience.ts';

const passing = new Set(['ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT', 'EPIPE', 'EAI_AGAIN', 'ABORT_ERR']);

/**
 * Sends until there is an answer that a repetition would not change. Every request of this app may be repeated: reads change
 * nothing, and writes carry the resource version they rest on.
 * Throws KUBERNETES_UNREACHABLE without an answer, KUBERNETES_UNAUTHORIZED for 401, KUBERNETES_FAILED for a lasting 408, 429 or 5xx.
 */
export async function sendWithRetry(
  connection: Connection,
  patience: Patience,
  method: string,
  path: string,
  body?: { readonly type: string; readonly text: string },
): Promise<ApiAnswer> {
  for (let attempt = 1; ; attempt += 1) {
    const last = attempt >= patience.tries;
    const answer = await connection.send(method, path, body).catch((cause: unknown) => {
      const code = String((cause as { code?: unknown }).code ?? '');
      const isPassing = passing.has(code) || (cause as Error).name === 'TimeoutError';
      if (last || !isPassing || patience.signal?.aborted) {
        throw new AutoOpsError(
          'KUBERNETES_UNREACHABLE',
          `${method} ${path}: no answer (${code || (cause as Error).message})`,
          { cause },
        );
      }
      return undefined;
    });
    if (answer !== undefined) {
      if (answer.status === 401) throw new AutoOpsError('KUBERNETES_UNAUTHORIZED', `${method} ${path}: 401`);
      const again = answer.status === 408 || answer.status === 429 || answer.status >= 500;
      if (!again) return answer;
      if (last)
        throw new AutoOpsError('KUBERNETES_FAILED', `${method} ${path}: ${answer.status} after ${attempt} tries`);
    }
    const ceiling = Math.min(20_000, patience.firstDelayMilliseconds * 2 ** (attempt - 1));
    const delay = Math.max(Math.random() * ceiling, Math.min(20, answer?.retryAfterSeconds ?? 0) * 1000);
    await wait(delay, undefined, patience.signal === undefined ? {} : { signal: patience.signal });
  }
}
