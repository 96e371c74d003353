import { asAutoOpsError } from '@auto-ops/runtime';
import { z } from 'zod';
import type { PendingEntry } from '../store/journal.ts';

const hour = 3_600_000;
const firstPause = 5000;
const longestPause = 10 * 60_000;
const longestWait = 6 * hour;
/** What is not there is looked for again a few times: a forge tells an event before all of it can be read. */
const triesForMissing = 5;

/** When a delivery that failed is tried again, RFC 3339: later each time, or when the other side says; undefined where it is given up. */
export function nextTry(
  entry: Pick<PendingEntry, 'receivedAt' | 'tries'>,
  error: unknown,
  now: string,
): string | undefined {
  const { code, data } = asAutoOpsError(error);
  const age = Date.parse(now) - Date.parse(entry.receivedAt);
  if (age > longestWait || (code === 'GITHUB_MISSING' && entry.tries >= triesForMissing)) return undefined;
  const own = Date.parse(now) + Math.min(longestPause, firstPause * 2 ** Math.min(entry.tries, 20));
  const told = z.object({ retryAt: z.iso.datetime() }).safeParse(data);
  const asked = told.success ? Date.parse(told.data.retryAt) : 0;
  return new Date(Math.min(Math.max(own, asked), Date.parse(now) + hour)).toISOString();
}
