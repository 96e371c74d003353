import { z } from 'zod';
import { Alert } from './alert.ts';
import { Digest } from './digest.ts';
import { Scope } from './scope.ts';
import { Subject } from './subject.ts';
import { Time } from './time.ts';

/** Something that reached the front door, normalised: alerts, a person's report, or the news that an alert is over. */
export const Signal = z.strictObject({
  schemaVersion: z.literal(1),
  id: Digest,
  source: z.enum(['alertmanager', 'rest', 'cli', 'github', 'slack', 'health-check']),
  receivedAt: Time,
  kind: z.enum(['alert', 'report', 'resolved']),
  /** Equal for signals that mean the same thing; made of facts, never of free text. */
  fingerprint: Digest,
  alerts: z.array(Alert),
  question: z.string().max(4000).optional(),
  scope: Scope.optional(),
  target: Subject.optional(),
  requester: z.string().max(200).optional(),
});
export type Signal = z.infer<typeof Signal>;
