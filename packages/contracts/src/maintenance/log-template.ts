import { z } from 'zod';
import { Time } from '../time.ts';

/** A kind of log line that one workload wrote, with its changing parts and its secrets replaced. */
export const LogTemplate = z.strictObject({
  template: z.string().max(500),
  severity: z.enum(['error', 'warning']),
  count: z.int().min(1),
  namespace: z.string().max(63),
  workload: z.strictObject({ kind: z.string().max(63), name: z.string().max(253) }).optional(),
  firstSeen: Time,
  lastSeen: Time,
  /** It was not among the lines of the review before this one. */
  isNew: z.boolean(),
});
export type LogTemplate = z.infer<typeof LogTemplate>;
