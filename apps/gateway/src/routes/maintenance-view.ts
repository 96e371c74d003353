import { MaintenanceJob } from '@auto-ops/contracts';
import { z } from 'zod';
import { MaintenanceRunView } from './maintenance-run-view.ts';

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
