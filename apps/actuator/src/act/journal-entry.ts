import { Action, Digest, Effect, Time } from '@auto-ops/contracts';
import { z } from 'zod';

/** One line of the journal: what is about to be done, and what it came to. */
export const JournalEntry = z.discriminatedUnion('entry', [
  z.strictObject({
    entry: z.literal('intent'),
    action: z.string(),
    at: Time,
    /** The fingerprint the change starts from. */
    before: Digest.optional(),
    /** What takes the change back, made now because the object before is gone afterwards. */
    undo: Action.optional(),
  }),
  z.strictObject({ entry: z.literal('result'), effect: Effect }),
]);
export type JournalEntry = z.infer<typeof JournalEntry>;

/** What was about to be done. */
export type Intent = Extract<JournalEntry, { entry: 'intent' }>;
