import { Time } from '@auto-ops/contracts';
import { z } from 'zod';

const Labels = z.record(z.string(), z.string());

/** One alert of a notification; `endsAt` of year 1 means that it is not over. */
const NotifiedAlert = z.looseObject({
  status: z.enum(['firing', 'resolved']),
  labels: Labels,
  annotations: Labels.default({}),
  startsAt: Time.optional(),
  endsAt: Time.optional(),
  generatorURL: z.string().optional(),
});

/** The body of Alertmanager's webhook, version 4; only what is used. */
export const AlertmanagerNotification = z.looseObject({
  version: z.literal('4').optional(),
  status: z.enum(['firing', 'resolved']),
  receiver: z.string().optional(),
  groupLabels: Labels.default({}),
  externalURL: z.string().optional(),
  alerts: z.array(NotifiedAlert).min(1).max(5000),
});
export type AlertmanagerNotification = z.infer<typeof AlertmanagerNotification>;
