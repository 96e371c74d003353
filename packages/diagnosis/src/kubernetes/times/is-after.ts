import { secondsBetween } from './seconds-between.ts';

/** Whether the first time lies after the second; false where one is not a time. */
export function isAfter(time: unknown, other: unknown): boolean {
  const seconds = secondsBetween(other, time);
  return seconds !== undefined && seconds > 0;
}
