import { z } from 'zod';

/** The answer to what a step hands in. */
export const Kept = z.strictObject({ kept: z.literal(true) });
export type Kept = z.infer<typeof Kept>;
