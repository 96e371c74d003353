import { z } from 'zod';
import { ActionClass } from '../action-class.ts';
import { Identifier } from '../identifier.ts';

/** One thing in a change that raises its risk. */
export const RiskFinding = z.strictObject({
  code: Identifier,
  class: ActionClass,
  path: z.string().max(500),
  line: z.int().min(1).optional(),
  /** The object it is about, `Kind/name` where that is known. */
  subject: z.string().max(300).optional(),
  text: z.string().max(500),
});
export type RiskFinding = z.infer<typeof RiskFinding>;
