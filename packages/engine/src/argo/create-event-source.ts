import { AutoOpsError } from '@auto-ops/contracts';
import type { EventSource } from './event-source.ts';

const timeoutMilliseconds = 10_000;

/** The webhook EventSource at a URL; `token` is asked for each event. One try: whoever posts knows when to repeat. */
export function createEventSource(url: string, token: () => string): EventSource {
  return {
    async post(event) {
      const refuse = (reason: string, cause?: unknown): never => {
        throw new AutoOpsError('EVENT_SOURCE_UNREACHABLE', `${event.kind} ${event.id}: ${reason}`, { cause });
      };
      const answer = await fetch(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${token()}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          id: event.id,
          kind: event.kind,
          ...(event.severity !== undefined && { severity: event.severity }),
        }),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMilliseconds),
      }).catch((error: Error) => {
        const { code } = (error.cause ?? {}) as { code?: string };
        return refuse(`no answer (${code ?? error.message})`, error);
      });
      await answer.body?.cancel();
      if (!answer.ok) refuse(`answered ${answer.status}`);
    },
  };
}
