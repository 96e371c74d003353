import { z } from 'zod';

/** When and how often a failed container step is started again. */
export const RetryStrategy = z.strictObject({
  limit: z
    .union([z.int().min(0), z.string().regex(/^\d+$/).transform(Number)])
    .optional()
    .meta({ description: 'How many further tries; without it there is no limit.' }),
  expression: z.string().meta({
    description:
      "Goes on while it is true; over `lastRetry.exitCode` and `lastRetry.status`, for example `lastRetry.exitCode == '75'`.",
  }),
  backoff: z
    .strictObject({
      duration: z.string().meta({ description: 'The wait before the first retry.' }),
      factor: z
        .union([z.number().min(1), z.string().regex(/^\d+$/).transform(Number)])
        .optional()
        .meta({ description: 'By how much each wait is longer than the one before.' }),
      cap: z.string().optional().meta({ description: 'No wait is longer.' }),
    })
    .optional(),
});
export type RetryStrategy = z.infer<typeof RetryStrategy>;
