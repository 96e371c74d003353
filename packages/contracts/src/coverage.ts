import { z } from 'zod';

/** What was read and whether all of it, so that "looked and found none" differs from "did not look". */
export const Coverage = z.looseObject({
  kind: z.string(),
  namespace: z.string().optional(),
  complete: z.boolean(),
  error: z.string().optional(),
});
export type Coverage = z.infer<typeof Coverage>;
