import { z } from 'zod';
import { Time } from './time.ts';

/** One alert, normalised from whatever source raised it. Every string in it is untrusted. */
export const Alert = z.looseObject({
  source: z.string(),
  name: z.string(),
  status: z.enum(['firing', 'resolved']),
  severity: z.string().optional(),
  startsAt: Time.optional(),
  endsAt: Time.optional(),
  summary: z.string().optional(),
  description: z.string().optional(),
  labels: z.record(z.string(), z.string()),
  annotations: z.record(z.string(), z.string()),
  links: z.record(z.string(), z.string()).optional(),
});
export type Alert = z.infer<typeof Alert>;
