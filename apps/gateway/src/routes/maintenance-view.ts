import { MaintenanceJob, MaintenanceSubject } from '@auto-ops/contracts';
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

/** A job with its newest run, and what the newest successful one handed in. */
export const MaintenanceView = z
  .strictObject({
    job: MaintenanceJob,
    last: MaintenanceRunView.optional(),
    succeededAt: z.string().optional(),
    result: z
      .unknown()
      .optional()
      .meta({ description: 'The document of the job; what a person may not see is left out.' }),
  })
  .meta({ id: 'Maintenance' });
export type MaintenanceView = z.infer<typeof MaintenanceView>;
