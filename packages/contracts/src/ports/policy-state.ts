import { z } from 'zod';
import { Freeze } from './freeze.ts';

/** The state that limits and escalators are computed from. */
export const PolicyState = z.strictObject({
  freezes: z.array(Freeze),
  /** Live actions of the last hour by `namespace/name` of the target. */
  recentActions: z.record(z.string(), z.int()),
  /** Live actions of the last 24 hours. */
  actionsToday: z.int(),
  /** Verifications that failed in the last 24 hours. */
  failedVerifications: z.int(),
});
export type PolicyState = z.infer<typeof PolicyState>;
