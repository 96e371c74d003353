import { millisecondsOf } from './milliseconds-of.ts';

/** Seconds from one time to another, negative when it runs backwards; undefined where one is not a time. */
export function secondsBetween(from: unknown, to: unknown): number | undefined {
  const start = millisecondsOf(from);
  const end = millisecondsOf(to);
  return start === undefined || end === undefined ? undefined : (end - start) / 1000;
}
