import { setTimeout as sleep } from 'node:timers/promises';

/** Looks until there is something to see; throws after `seconds`. Errors on the way are what was not there yet. */
export async function until<T>(what: string, seconds: number, look: () => Promise<T | undefined>): Promise<T> {
  const deadline = performance.now() + seconds * 1000;
  let last = '';
  for (;;) {
    try {
      const found = await look();
      if (found !== undefined) return found;
    } catch (error) {
      last = `: ${(error as Error).message}`;
    }
    if (performance.now() > deadline) throw new Error(`no ${what} within ${seconds} s${last}`);
    await sleep(500);
  }
}
