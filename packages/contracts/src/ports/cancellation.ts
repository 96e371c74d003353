import { z } from 'zod';
import { Time } from '../time.ts';

/** That a person ended a run which had nothing to decide yet; a proposed one is cancelled by a signed Decision. */
export const Cancellation = z.strictObject({
  /** The person's name in the directory. */
  by: z.string(),
  at: Time,
  reason: z.string().max(1000).optional(),
});
export type Cancellation = z.infer<typeof Cancellation>;
