import { z } from 'zod';
import { Zone } from '../../zone.ts';
import { boundedText } from './bounded-text.ts';
import { ReplySubject } from './reply-subject.ts';

/** What a model answers to the prompt `route`. */
export const RouteReply = z.strictObject({
  specialists: z.array(z.strictObject({ zone: Zone, name: boundedText(63), reason: boundedText(500) })),
  targets: z.array(ReplySubject),
  reasons: z.array(boundedText(500)),
});
export type RouteReply = z.infer<typeof RouteReply>;
