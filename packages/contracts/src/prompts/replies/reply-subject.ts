import { z } from 'zod';
import { boundedText } from './bounded-text.ts';

/** A thing a model names; what does not apply is `null`. */
export const ReplySubject = z.strictObject({
  apiVersion: boundedText(100).nullable(),
  kind: boundedText(100),
  namespace: boundedText(253).nullable(),
  name: boundedText(253),
});
export type ReplySubject = z.infer<typeof ReplySubject>;
