import { z } from 'zod';
import { CauseCode } from './causes/cause-code.ts';
import { Identifier } from './identifier.ts';
import { Subject } from './subject.ts';

/** What should be remembered; a person merges it before anything recalls it. */
export const Lesson = z.strictObject({
  schemaVersion: z.literal(1),
  incident: Identifier,
  code: CauseCode,
  subject: Subject,
  pattern: z.string(),
  resolution: z.string(),
  detectedBy: z.string(),
  outcome: z.enum(['recovered', 'unchanged', 'worse', 'unverified', 'not-tried']),
});
export type Lesson = z.infer<typeof Lesson>;
