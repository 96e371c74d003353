import { z } from 'zod';
import { CauseCode } from './causes/cause-code.ts';
import { Severity } from './severity.ts';
import { Subject } from './subject.ts';
import { Time } from './time.ts';

/** What one detector proved: a code, about a subject, by evidence, since when. */
export const Finding = z.strictObject({
  code: CauseCode,
  subject: Subject,
  severity: Severity,
  message: z.string(),
  evidence: z.array(z.string()).min(1),
  since: Time.optional(),
  /** Facts a repair needs, for example the missing key or the wanted port. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])).optional(),
});
export type Finding = z.infer<typeof Finding>;
