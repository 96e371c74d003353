import { MaintenanceSubject } from '@auto-ops/contracts';
import { z } from 'zod';

/** A maintenance run as the REST API shows it. */
export const MaintenanceRunView = z
  .strictObject({
    run: z.string(),
    state: z.enum(['queued', 'submitted', 'done', 'failed']),
    subject: MaintenanceSubject.optional(),
    requestedAt: z.string(),
    endedAt: z.string().optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'MaintenanceRun' });
export type MaintenanceRunView = z.infer<typeof MaintenanceRunView>;
