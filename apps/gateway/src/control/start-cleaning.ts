import { type CleaningParts, clean } from './clean.ts';

const pause = 3_600_000;

/** Cleans at once and then every hour; returns what ends it. */
export function startCleaning(parts: CleaningParts): () => void {
  const work = () =>
    clean(parts).catch((error: unknown) => parts.logger.error({ err: error }, 'cleaning failed; it is tried again'));
  void work();
  const timer = setInterval(work, pause);
  timer.unref();
  return () => clearInterval(timer);
}
