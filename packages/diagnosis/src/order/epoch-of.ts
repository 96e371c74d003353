/** Milliseconds since 1970 of an RFC 3339 time; undefined where the text is none. */
export function epochOf(time: string | undefined): number | undefined {
  if (time === undefined) return undefined;
  const epoch = Date.parse(time);
  return Number.isNaN(epoch) ? undefined : epoch;
}
