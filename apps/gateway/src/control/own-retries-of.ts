import type { Config } from '../config.ts';
import type { OwnRetries } from './own-retries.ts';

/** The rest before, and the number of, runs that nobody asked for, as they are configured. */
export function ownRetriesOf({ retryAfterHours, retryLimit }: Config): OwnRetries {
  return { after: Math.round(retryAfterHours * 3_600_000), most: retryLimit };
}
