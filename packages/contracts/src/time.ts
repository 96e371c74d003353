import { z } from 'zod';

/** An RFC 3339 time, with `Z` or an offset. */
export const Time = z.iso.datetime({ offset: true });
export type Time = z.infer<typeof Time>;
