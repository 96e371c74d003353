import { z } from 'zod';
import { CauseCode } from '../../causes/cause-code.ts';
import { boundedText } from './bounded-text.ts';
import { ReplySubject } from './reply-subject.ts';

/** What a model answers to the prompt `analyse`; a cause counts only where its evidence exists and speaks of its subject. */
export const AnalysisReply = z.strictObject({
  verdict: z.enum(['identified', 'suspected', 'unknown', 'no-fault']),
  summary: boundedText(1000),
  causes: z.array(
    z.strictObject({
      code: CauseCode,
      subject: ReplySubject,
      statement: boundedText(1000),
      confidence: z.number().refine((value) => value >= 0 && value <= 1, 'from 0 to 1'),
      evidence: z.array(boundedText(300)),
      changes: z.array(boundedText(300)),
    }),
  ),
  /** Where one more look would decide between causes; `null` where none would. */
  request: z.strictObject({ namespaces: z.array(boundedText(63)), reason: boundedText(500) }).nullable(),
});
export type AnalysisReply = z.infer<typeof AnalysisReply>;
