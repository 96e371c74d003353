import { z } from 'zod';

/** What is read of the API server's answer about a token. */
export const TokenReview = z.object({
  status: z.object({
    authenticated: z.boolean().optional(),
    audiences: z.array(z.string()).default([]),
    user: z
      .object({ username: z.string().default(''), extra: z.record(z.string(), z.array(z.string())).default({}) })
      .optional(),
  }),
});
export type TokenReview = z.infer<typeof TokenReview>;
