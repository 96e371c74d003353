import { expect, it } from 'vitest';
import { readLimit } from './read-limit.ts';

const now = 1_000_000_000;
const open = { pausedUntil: 0, refusals: 0 };
const hour = { 'x-ratelimit-limit': '5000', 'x-ratelimit-reset': String(now / 1000 + 600) };

it('keeps a tenth of the hour for others', () => {
  const of = (remaining: string) =>
    readLimit({ status: 200, headers: { ...hour, 'x-ratelimit-remaining': remaining } }, open, now);

  expect(of('501').pausedUntil).toBe(0);
  expect(of('500').pausedUntil).toBe(now + 600_000);
});

it('waits for the reset once nothing is left, and takes a 403 with requests left for missing rights', () => {
  const of = (remaining: string) =>
    readLimit({ status: 403, headers: { ...hour, 'x-ratelimit-remaining': remaining } }, open, now);

  expect(of('0').pausedUntil).toBe(now + 600_000);
  expect(of('4000').pausedUntil).toBe(0);
});

it('waits a minute and twice as long each time where no time is given', () => {
  const first = readLimit({ status: 429, headers: {} }, open, now);
  const second = readLimit({ status: 429, headers: {} }, first, now);

  expect(first.pausedUntil - now).toBe(60_000);
  expect(second.pausedUntil - now).toBe(120_000);
  expect(readLimit({ status: 200, headers: {} }, second, now)).toEqual(open);
});
