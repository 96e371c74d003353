import type { IncidentRecord } from '../store/incident-record.ts';
import type { OwnRetries } from './own-retries.ts';
import { retriedEndings } from './retried-endings.ts';

/** When an ended incident whose alert still fires runs again by itself, RFC 3339; nothing where it does not. */
export function nextOwnRetry(record: IncidentRecord, { after, most }: OwnRetries): string | undefined {
  const isDue =
    after > 0 &&
    record.state === 'ended' &&
    record.firedAgainAt !== undefined &&
    record.ownRetries < most &&
    retriedEndings.some((ending) => ending === record.ending);
  return isDue ? new Date(Date.parse(record.updatedAt) + after).toISOString() : undefined;
}
