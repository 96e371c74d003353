const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds of an RFC 3339 time; undefined for anything else. */
export function millisecondsOf(time: unknown): number | undefined {
  if (typeof time !== 'string' || !form.test(time)) return undefined;
  const parsed = Date.parse(time);
  return Number.isNaN(parsed) ? undefined : parsed;
}

/** The earliest of the times that are well formed. */
export function earliest(...times: readonly unknown[]): string | undefined {
  return pick(times, (left, right) => left < right);
}

/** The latest of the times that are well formed. */
export function latest(...times: readonly unknown[]): string | undefined {
  return pick(times, (left, right) => left > right);
}

/** Seconds from one time to another, negative when it runs backwards; undefined where one is not a time. */
export function secondsBetween(from: unknown, to: unknown): number | undefined {
  const start = millisecondsOf(from);
  const end = millisecondsOf(to);
  return start === undefined || end === undefined ? undefined : (end - start) / 1000;
}

/** Whether the first time lies after the second; false where one is not a time. */
export function isAfter(time: unknown, other: unknown): boolean {
  const seconds = secondsBetween(other, time);
  return seconds !== undefined && seconds > 0;
}

function pick(times: readonly unknown[], isBetter: (left: number, right: number) => boolean): string | undefined {
  let best: { text: string; value: number } | undefined;
  for (const text of times) {
    const value = millisecondsOf(text);
    if (typeof text !== 'string' || value === undefined) continue;
    if (best === undefined || isBetter(value, best.value)) best = { text, value };
  }
  return best?.text;
}
