const quarterHours = 96;
const days = 30;
const weeks = 12;
const months = 12;
const dayMilliseconds = 24 * 60 * 60 * 1000;

/** Which of the backups of these times stay: the newest 96, and the newest of each of the last 30 days, 12 weeks and 12 months that have one. */
export function timesToKeep(times: readonly Date[]): ReadonlySet<number> {
  const newestFirst = times.map((time) => time.getTime()).sort((one, other) => other - one);
  const newestOf = (periodOf: (time: number) => number | string, count: number) => {
    const newest = new Map<number | string, number>();
    for (const time of newestFirst) if (!newest.has(periodOf(time))) newest.set(periodOf(time), time);
    return [...newest.values()].slice(0, count);
  };
  return new Set([
    ...newestFirst.slice(0, quarterHours),
    ...newestOf((time) => Math.floor(time / dayMilliseconds), days),
    // The first of January 1970 was a Thursday: weeks start on Monday.
    ...newestOf((time) => Math.floor((time / dayMilliseconds + 3) / 7), weeks),
    ...newestOf((time) => new Date(time).toISOString().slice(0, 7), months),
  ]);
}
