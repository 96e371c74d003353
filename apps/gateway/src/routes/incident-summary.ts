import { z } from 'zod';

/** An incident in a list. */
export const IncidentSummary = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    severity: z.string(),
    state: z.enum(['queued', 'investigating', 'waiting', 'applying', 'ended']),
    ending: z.string().optional(),
    run: z.string(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'IncidentSummary' });
export type IncidentSummary = z.infer<typeof IncidentSummary>;
