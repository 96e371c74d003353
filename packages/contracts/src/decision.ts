import { z } from 'zod';
import { ActionClass } from './action-class.ts';
import { Digest } from './digest.ts';
import { Identifier } from './identifier.ts';
import { Time } from './time.ts';

/** A signed word on one proposal. Only the gateway's api role can sign; the actuator verifies. */
export const Decision = z.strictObject({
  schemaVersion: z.literal(1),
  id: Identifier,
  incident: Identifier,
  run: Identifier,
  planHash: Digest,
  class: ActionClass,
  verdict: z.enum(['approved', 'rejected', 'expired', 'cancelled']),
  /** Who decided; `policy` where no person is needed. Several where more than one had to. */
  approvers: z.array(
    z.strictObject({
      id: z.string().max(200),
      channel: z.enum(['rest', 'cli', 'slack', 'github', 'policy']),
      at: Time,
    }),
  ),
  reason: z.string().max(1000).optional(),
  issuedAt: Time,
  expiresAt: Time,
  /** Which key signed, so that keys can be changed. */
  keyId: z.string().max(100),
  /** Ed25519 over the canonical JSON of everything but this field, base64url. */
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
});
export type Decision = z.infer<typeof Decision>;
