import { z } from 'zod';
import { GitHubIds } from '../github-ids.ts';
import { Identifier } from '../identifier.ts';

/** An event that a Sensor could not act on, however often it tried. */
export const DeadLetter = z.strictObject({
  sensor: Identifier,
  kind: z.enum(['incident', 'diagnose', 'decision', 'reindex', 'review-risk', 'intake']),
  /** What the name of the Workflow was made of. */
  id: Identifier,
  /** Of an intake: a Sensor leaves out what the event has not. */
  ids: z
    .strictObject({
      ...GitHubIds.shape,
      schemaVersion: GitHubIds.shape.schemaVersion.default(1),
      number: GitHubIds.shape.number.default(0),
      comment: GitHubIds.shape.comment.default(0),
      before: GitHubIds.shape.before.default('0'),
      after: GitHubIds.shape.after.default('0'),
    })
    .optional(),
});
export type DeadLetter = z.infer<typeof DeadLetter>;
