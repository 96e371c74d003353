import { AutoOpsError } from '@auto-ops/contracts';
import { expect, it } from 'vitest';
import { nextTry } from './next-try.ts';

const now = '2026-11-21T10:00:00.000Z';
const entry = (tries: number, receivedAt = now) => ({ tries, receivedAt });
const failed = new AutoOpsError('GITHUB_FAILED', 'answered 500');
const secondsUntil = (until: string | undefined) => (Date.parse(until ?? '') - Date.parse(now)) / 1000;

it.each([
  [0, 5],
  [1, 10],
  [3, 40],
  [30, 600],
])('waits longer each time: after %i tries %i seconds', (tries, seconds) => {
  expect(secondsUntil(nextTry(entry(tries), failed, now))).toBe(seconds);
});

it.each([
  ['2026-11-21T10:02:00.000Z', 120],
  ['2026-11-21T10:00:01.000Z', 5],
  ['2026-11-22T10:00:00.000Z', 3600],
  ['soon', 5],
])('waits until %s as the other side says, at least its own pause and at most an hour', (retryAt, seconds) => {
  const limited = new AutoOpsError('GITHUB_LIMITED', 'wait', { data: { retryAt } });

  expect(secondsUntil(nextTry(entry(0), limited, now))).toBe(seconds);
});

it('gives up after six hours, and after five tries on what is not there', () => {
  const missing = new AutoOpsError('GITHUB_MISSING', 'answered 404');

  expect(nextTry(entry(0, '2026-11-21T03:59:00Z'), failed, now)).toBeUndefined();
  expect(nextTry(entry(5), missing, now)).toBeUndefined();
  expect(nextTry(entry(4), missing, now)).toBeDefined();
});
