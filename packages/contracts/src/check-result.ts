import { z } from 'zod';

/** One named check with its result; `not-run` says why in `detail`. */
export const CheckResult = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  result: z.enum(['passed', 'failed', 'not-run']),
  detail: z.string().max(4000),
  action: z.string().optional(),
});
export type CheckResult = z.infer<typeof CheckResult>;
