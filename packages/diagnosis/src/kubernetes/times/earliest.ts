import { pickTime } from './pick-time.ts';

/** The earliest of the times that are well formed. */
export function earliest(...times: readonly unknown[]): string | undefined {
  return pickTime(times, (left, right) => left < right);
}
