import { z } from 'zod';
import { Digest } from './digest.ts';
import { Identifier } from './identifier.ts';

/** How the repository's own test command fared on the edited worktree. */
export const Check = z.strictObject({
  schemaVersion: z.literal(1),
  incident: Identifier,
  attempt: z.int().min(1).max(5),
  planHash: Digest,
  result: z.enum(['passed', 'failed', 'not-run']),
  /** The command's exit code; absent where it did not run. */
  exit: z.int().optional(),
  reason: z.string().optional(),
  durationMilliseconds: z.number().min(0).optional(),
});
export type Check = z.infer<typeof Check>;
