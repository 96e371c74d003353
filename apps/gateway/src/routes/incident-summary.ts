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
    /** When the alert of an ended incident was told of last since. */
    firedAgainAt: z.string().optional(),
  })
  .meta({ id: 'IncidentSummary' });
export type IncidentSummary = z.infer<typeof IncidentSummary>;
