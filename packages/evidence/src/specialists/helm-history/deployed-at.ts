import type { ReleaseRevision } from './release-revision.ts';

/** Helm's time with its nanoseconds and offset, as RFC 3339 in UTC; undefined where it is none. */
export function deployedAt({ info }: ReleaseRevision): string | undefined {
  const epoch = Date.parse(info.last_deployed);
  return Number.isNaN(epoch) ? undefined : new Date(epoch).toISOString();
}
