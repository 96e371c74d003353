import { z } from 'zod';
import { Time } from '../time.ts';
import { LogTemplate } from './log-template.ts';

/** Errors and warnings of the logs of a period, the most frequent kinds first. */
export const LogReview = z.strictObject({
  schemaVersion: z.literal(1),
  from: Time,
  to: Time,
  pods: z.int().min(0),
  lines: z.int().min(0),
  /** Some pods or lines were left out because of a limit. */
  truncated: z.boolean(),
  templates: z.array(LogTemplate).max(200),
});
export type LogReview = z.infer<typeof LogReview>;
