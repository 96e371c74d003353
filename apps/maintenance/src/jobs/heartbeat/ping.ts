import type { Logger } from '@auto-ops/runtime';

const tries = 3;

/** Tells the watcher outside that the installation lives. Its address is a secret and never logged; a failure is the watcher's alert. */
export async function ping(address: string, signal: AbortSignal, logger: Logger): Promise<void> {
  let reason = '';
  for (let attempt = 1; attempt <= tries; attempt++) {
    try {
      const answer = await fetch(address, { signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]) });
      await answer.body?.cancel();
      if (answer.ok) return;
      reason = `status ${answer.status}`;
    } catch (error) {
      signal.throwIfAborted();
      const cause = ((error as Error).cause ?? error) as Error & { code?: string };
      reason = cause.code ?? cause.name;
    }
  }
  logger.warn({ reason }, 'the address of AUTO_OPS_HEARTBEAT_URL took no heartbeat');
}
