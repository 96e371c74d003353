import type { PolicyLimits } from './policy-limits.ts';

/** Whether a time lies in the change window; without one every time does. */
export function isInChangeWindow(now: string, window: PolicyLimits['changeWindow']): boolean {
  if (window === undefined) return true;
  const time = new Date(now);
  const minute = time.getUTCHours() * 60 + time.getUTCMinutes();
  return window.days.includes(time.getUTCDay()) && minute >= window.fromMinute && minute < window.toMinute;
}
