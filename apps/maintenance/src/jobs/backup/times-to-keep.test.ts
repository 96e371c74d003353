import { expect, it } from 'vitest';
import { timesToKeep } from './times-to-keep.ts';

const quarter = 15 * 60 * 1000;
const newest = Date.parse('2026-11-21T16:45:00Z');
const every = (milliseconds: number, count: number) =>
  Array.from({ length: count }, (_, index) => new Date(newest - index * milliseconds));

it('keeps a day of quarters, a month of days, a quarter of weeks and a year of months', () => {
  const times = every(quarter, 96 * 500);

  const kept = [...timesToKeep(times)].sort((one, other) => other - one).map((time) => new Date(time).toISOString());

  expect(kept.slice(0, 96)).toEqual(every(quarter, 96).map((time) => time.toISOString()));
  const later = kept.slice(96);
  expect(later.slice(0, 3)).toEqual([
    '2026-11-19T23:45:00.000Z',
    '2026-11-18T23:45:00.000Z',
    '2026-11-17T23:45:00.000Z',
  ]);
  expect(kept).toContain('2026-10-23T23:45:00.000Z');
  expect(kept).not.toContain('2026-10-22T23:45:00.000Z');
  expect(kept).toContain('2026-09-06T23:45:00.000Z');
  expect(kept).toContain('2025-12-31T23:45:00.000Z');
  expect(kept).not.toContain('2025-11-30T23:45:00.000Z');
  expect(kept.length).toBeLessThan(96 + 30 + 12 + 12);
});

it('never drops the newest, whatever the gaps', () => {
  for (const times of [every(1, 1), every(quarter, 97), every(400 * 24 * 3600 * 1000, 40), every(1, 5000)]) {
    expect(timesToKeep(times).has(newest)).toBe(true);
  }
  expect(timesToKeep([])).toEqual(new Set());
});

it('is stable: what one pruning keeps, the next one keeps too while nothing is new', () => {
  const once = [...timesToKeep(every(quarter * 7, 9000))].map((time) => new Date(time));

  expect([...timesToKeep(once)].sort()).toEqual(once.map((time) => time.getTime()).sort());
});
