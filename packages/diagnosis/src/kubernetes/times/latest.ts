import { pickTime } from './pick-time.ts';

/** The latest of the times that are well formed. */
export function latest(...times: readonly unknown[]): string | undefined {
  return pickTime(times, (left, right) => left > right);
}
