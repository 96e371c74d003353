import { z } from 'zod';
import { ActionClass } from './action-class.ts';
import { Digest } from './digest.ts';
import { Identifier } from './identifier.ts';
import { Plan } from './plan.ts';
import { Rehearsal } from './rehearsal.ts';
import { Review } from './review.ts';
import { Time } from './time.ts';

/** What a person is asked to approve. The plan hash binds the decision to exactly this. */
export const Proposal = z.strictObject({
  schemaVersion: z.literal(1),
  incident: Identifier,
  run: Identifier,
  planHash: Digest,
  class: ActionClass,
  plan: Plan,
  rehearsal: Rehearsal,
  review: Review,
  /** Unified diffs of everything that would change, made by our code. */
  diff: z.string(),
  /** How many different people have to approve; 0 where policy needs none. */
  approvals: z.int().min(0).max(2),
  requester: z.string().optional(),
  createdAt: Time,
  expiresAt: Time,
  /** Names what must not be changed by two runs at once: a digest of cluster and namespace. */
  lock: Identifier,
});
export type Proposal = z.infer<typeof Proposal>;
