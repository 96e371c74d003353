import { z } from 'zod';

/** What was found about an event that was given up: the Workflow is there, it was begun again, or nothing is known of it. */
export const DeadLetterOutcome = z.enum(['duplicate', 'repaired', 'unknown']);
export type DeadLetterOutcome = z.infer<typeof DeadLetterOutcome>;
