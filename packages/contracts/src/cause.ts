import { z } from 'zod';
import { Category } from './causes/category.ts';
import { CauseCode } from './causes/cause-code.ts';
import { Subject } from './subject.ts';

/** One ranked explanation. `evidence` and `changes` resolve to something in the bundle. */
export const Cause = z.strictObject({
  rank: z.int().min(1).max(10),
  code: CauseCode,
  category: Category,
  /** The thing to change or that failed first, not the place where it was noticed. */
  subject: Subject,
  statement: z.string(),
  confidence: z.number().min(0).max(1),
  evidence: z.array(z.string()),
  changes: z.array(z.string()),
});
export type Cause = z.infer<typeof Cause>;
