import { z } from 'zod';
import { GitHubIds } from '../github-ids.ts';
import { Identifier } from '../identifier.ts';

/** An event that a Sensor could not act on, however often it tried. */
export const DeadLetter = z.strictObject({
  sensor: Identifier,
  kind: z.enum(['incident', 'diagnose', 'decision', 'reindex', 'review-risk', 'intake']),
  /** What the name of the Workflow was made of. */
  id: Identifier,
  /** Of an intake: a Sensor sends each as text. */
  ids: z
    .strictObject({
      ...GitHubIds.shape,
      schemaVersion: z.coerce.number().pipe(GitHubIds.shape.schemaVersion).default(1),
      repository: z.coerce.number().pipe(GitHubIds.shape.repository),
      number: z.coerce.number().pipe(GitHubIds.shape.number),
      comment: z.coerce.number().pipe(GitHubIds.shape.comment),
    })
    .optional(),
});
export type DeadLetter = z.infer<typeof DeadLetter>;
