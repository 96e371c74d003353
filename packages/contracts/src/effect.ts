import { z } from 'zod';
import { Action } from './action.ts';
import { Digest } from './digest.ts';
import { Identifier } from './identifier.ts';
import { Target } from './target.ts';
import { Time } from './time.ts';

/** What one action did to the world, or why it did nothing. */
export const Effect = z.strictObject({
  action: z.string(),
  type: Identifier,
  target: Target,
  /** `already` is a change found in place when a killed step went on. */
  status: z.enum(['applied', 'already', 'failed', 'skipped', 'undone']),
  startedAt: Time,
  endedAt: Time,
  before: Digest.optional(),
  after: Digest.optional(),
  detail: z.string().max(4000),
  /** The action that takes it back; absent where nothing does. */
  undo: Action.optional(),
  error: z.strictObject({ code: z.string(), message: z.string(), hint: z.string() }).optional(),
});
export type Effect = z.infer<typeof Effect>;
