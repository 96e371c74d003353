import { z } from 'zod';
import { ActionClass } from './action-class.ts';
import { CheckResult } from './check-result.ts';
import { Digest } from './digest.ts';
import { Identifier } from './identifier.ts';

/** What would happen: policy, ownership and a server-side dry run of every action, changing nothing. */
export const Rehearsal = z.strictObject({
  schemaVersion: z.literal(1),
  incident: Identifier,
  attempt: z.int().min(1).max(5),
  planHash: Digest,
  /** The highest class of the plan's actions in this context. */
  class: ActionClass,
  /** How many different people have to approve in this context; doubt asks for a second one. */
  approvals: z.int().min(0).max(2).optional(),
  verdict: z.enum(['passed', 'failed', 'not-run']),
  checks: z.array(CheckResult),
  actions: z.array(
    z.strictObject({
      id: z.string(),
      class: ActionClass,
      reasons: z.array(z.string()),
      /** The tool that owns the object, when something other than people does. */
      managedBy: z.string().optional(),
      /** Digest of the live object without status and bookkeeping; apply goes on only from the very same. */
      fingerprint: Digest.optional(),
      /** Unified diff of the dry run, made by our code. */
      diff: z.string().optional(),
      result: z.enum(['passed', 'failed', 'not-run']),
    }),
  ),
});
export type Rehearsal = z.infer<typeof Rehearsal>;
