import { type FetchParts, fetchDeliveries } from './fetch-deliveries.ts';

const tickMilliseconds = 1000;

/** Fetches what deliveries wait for, beside the controller, so that a slow GitHub holds up no run; `kick` is called after each round. */
export function startFetching(parts: FetchParts, kick: () => void): () => Promise<void> {
  let isStopped = false;
  let wake: () => void = () => undefined;

  async function loop(): Promise<void> {
    while (!isStopped) {
      try {
        if ((await fetchDeliveries(parts, () => isStopped)) > 0) kick();
      } catch (error) {
        parts.logger.error({ err: error }, 'fetching failed; it is tried again');
      }
      if (isStopped) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, tickMilliseconds);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  const ended = loop();
  return async () => {
    isStopped = true;
    parts.github.reader.close();
    wake();
    await ended;
  };
}
