import { z } from 'zod';

/** What an operator can tighten or widen; everything else about policy is code. */
export const PolicyLimits = z.strictObject({
  /** How far one change may raise a request, a limit or a claim, as a factor of the present value. */
  resourceFactor: z.number().min(1).max(10).default(2),
  actionsPerTargetAndHour: z.int().min(1).max(100).default(3),
  actionsPerDay: z.int().min(1).max(10_000).default(10),
  /** Failed verifications in 24 hours that stop all live changes. */
  failedVerifications: z.int().min(1).max(100).default(3),
  /** Namespaces nothing is changed in, beside those that policy always protects. */
  protectedNamespaces: z.array(z.string()).default([]),
  /** When set, an action outside it escalates unless the incident is critical. Days: 0 is Sunday; minutes of the UTC day. */
  changeWindow: z
    .strictObject({
      days: z.array(z.int().min(0).max(6)),
      fromMinute: z.int().min(0).max(1440),
      toMinute: z.int().min(0).max(1440),
    })
    .optional(),
});
export type PolicyLimits = z.infer<typeof PolicyLimits>;
