import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Time } from '../time.ts';

/** One look at an endpoint. */
export const HealthCheck = z.strictObject({
  /** Unique among the checks of an installation: it is what a failure is recognised by. */
  name: Identifier,
  kind: z.enum(['http', 'tcp', 'dns', 'tls']),
  /** What was asked, without credentials. */
  target: z.string().min(1).max(300),
  ok: z.boolean(),
  latencyMilliseconds: z.number().min(0).optional(),
  detail: z.string().max(500).optional(),
  /** Where an incident about it belongs. */
  namespace: Identifier.optional(),
  /** Since when it has been in this state, where that is known. */
  since: Time.optional(),
});
export type HealthCheck = z.infer<typeof HealthCheck>;
