import { z } from 'zod';
import { CheckResult } from './check-result.ts';
import { Finding } from './finding.ts';
import { Identifier } from './identifier.ts';
import { Time } from './time.ts';

/** Before against after: is the incident over, unchanged, or worse? */
export const Outcome = z.strictObject({
  schemaVersion: z.literal(1),
  incident: Identifier,
  /** `worse` leads to undo; `unverified` means that fresh evidence could not be had. */
  verdict: z.enum(['recovered', 'unchanged', 'worse', 'unverified']),
  summary: z.string(),
  /** False where nothing running was touched, for example in a replay. */
  live: z.boolean(),
  checks: z.array(CheckResult),
  remaining: z.array(Finding),
  appeared: z.array(Finding),
  observedAt: Time,
});
export type Outcome = z.infer<typeof Outcome>;
