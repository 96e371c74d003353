const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds of an RFC 3339 time; undefined for anything else. */
export function millisecondsOf(time: unknown): number | undefined {
  if (typeof time !== 'string' || !form.test(time)) return undefined;
  const parsed = Date.parse(time);
  return Number.isNaN(parsed) ? undefined : parsed;
}
