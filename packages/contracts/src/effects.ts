import { z } from 'zod';
import { Digest } from './digest.ts';
import { Effect } from './effect.ts';
import { Identifier } from './identifier.ts';

/** `apply/effects.json` and `undo/effects.json`: every action of the plan in order, with what it did. */
export const Effects = z.strictObject({
  schemaVersion: z.literal(1),
  incident: Identifier,
  planHash: Digest,
  verdict: z.enum(['applied', 'partial', 'failed', 'nothing']),
  /** False where only a copy of a repository was changed. */
  live: z.boolean(),
  effects: z.array(Effect),
});
export type Effects = z.infer<typeof Effects>;
