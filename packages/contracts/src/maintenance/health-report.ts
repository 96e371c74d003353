import { z } from 'zod';
import { Time } from '../time.ts';
import { HealthCheck } from './health-check.ts';

/** What a heartbeat saw; no check at all still says that the schedule, the step and the gateway work. */
export const HealthReport = z.strictObject({
  schemaVersion: z.literal(1),
  at: Time,
  checks: z
    .array(HealthCheck)
    .max(500)
    .refine((checks) => new Set(checks.map(({ name }) => name)).size === checks.length, {
      error: 'two checks have the same name',
    }),
});
export type HealthReport = z.infer<typeof HealthReport>;
