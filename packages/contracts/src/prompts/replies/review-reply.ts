import { z } from 'zod';
import { boundedText } from './bounded-text.ts';

/** What a model answers to the prompt `review`; it can send a plan back and never let one pass that a check failed. */
export const ReviewReply = z.strictObject({
  verdict: z.enum(['approved', 'changes-requested']),
  comments: z.array(z.strictObject({ action: boundedText(3).nullable(), text: boundedText(1000) })),
});
export type ReviewReply = z.infer<typeof ReviewReply>;
