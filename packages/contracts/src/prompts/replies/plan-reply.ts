import { z } from 'zod';
import { boundedText } from './bounded-text.ts';
import { ReplySubject } from './reply-subject.ts';

/** What a model answers to the prompt `fix`. Ids, uids and classes are never taken from it. */
export const PlanReply = z.strictObject({
  verdict: z.enum(['drafted', 'none']),
  summary: boundedText(1000),
  actions: z.array(
    z.strictObject({
      type: boundedText(63),
      target: ReplySubject,
      /** The arguments as the text of a JSON object: their form depends on the type, and the catalogue checks it. */
      arguments: boundedText(100_000),
      expected: boundedText(500),
      evidence: z.array(boundedText(300)),
    }),
  ),
  manualSteps: z.array(boundedText(1000)),
});
export type PlanReply = z.infer<typeof PlanReply>;
