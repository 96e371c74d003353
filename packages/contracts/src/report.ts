import { z } from 'zod';
import { Analysis } from './analysis.ts';
import { Collection } from './collection.ts';
import { Decision } from './decision.ts';
import { Effects } from './effects.ts';
import { Identifier } from './identifier.ts';
import { Incident } from './incident.ts';
import { Outcome } from './outcome.ts';
import { Cancellation } from './ports/cancellation.ts';
import { Proposal } from './proposal.ts';
import { Review } from './review.ts';
import { StepRecord } from './step-record.ts';
import { Time } from './time.ts';

/** Everything a run came to, also when it failed half-way. */
export const Report = z.strictObject({
  schemaVersion: z.literal(1),
  incident: Incident,
  run: Identifier,
  /** How the run ended, in one word. */
  ending: z.enum([
    'no-fault',
    'unknown',
    'no-fix',
    'not-approved-by-review',
    'rejected',
    'expired',
    'cancelled',
    'recovered',
    'unchanged',
    'undone',
    'undo-failed',
    'unverified',
    'apply-failed',
    'failed',
  ]),
  headline: z.string(),
  analysis: Analysis.optional(),
  collections: z.array(Collection),
  reviews: z.array(Review),
  proposal: Proposal.optional(),
  decision: Decision.optional(),
  cancellation: Cancellation.optional(),
  effects: Effects.optional(),
  outcome: Outcome.optional(),
  undo: Effects.optional(),
  steps: z.array(StepRecord),
  /** From the opening of the incident to this report; absent in a report of a release that did not measure it. */
  times: z
    .strictObject({
      wholeMilliseconds: z.number().min(0),
      /** From the proposal to the decision on it. */
      decisionMilliseconds: z.number().min(0).optional(),
      /** From the first look after the change to the last. */
      settlingMilliseconds: z.number().min(0).optional(),
    })
    .optional(),
  createdAt: Time,
});
export type Report = z.infer<typeof Report>;
