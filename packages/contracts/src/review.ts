import { z } from 'zod';
import { ActionClass } from './action-class.ts';
import { CheckResult } from './check-result.ts';
import { Digest } from './digest.ts';
import { Identifier } from './identifier.ts';

/** The reviewer's word on one plan; every check is listed, also those that did not run. */
export const Review = z.strictObject({
  schemaVersion: z.literal(1),
  incident: Identifier,
  attempt: z.int().min(1).max(5),
  planHash: Digest,
  class: ActionClass,
  /** `rejected` means that no further attempt would help. */
  verdict: z.enum(['approved', 'changes-requested', 'rejected']),
  checks: z.array(CheckResult),
  /** What the next attempt has to change, for the fixer. */
  comments: z.array(z.strictObject({ action: z.string().optional(), check: z.string(), text: z.string().max(1000) })),
});
export type Review = z.infer<typeof Review>;
