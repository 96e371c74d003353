import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { MaintenanceJob } from './maintenance-job.ts';
import { MaintenanceSubject } from './maintenance-subject.ts';

/** What a maintenance run is to do; one that a schedule started has no subject. */
export const MaintenanceTask = z.strictObject({
  schemaVersion: z.literal(1),
  run: Identifier,
  job: MaintenanceJob,
  subject: MaintenanceSubject.optional(),
});
export type MaintenanceTask = z.infer<typeof MaintenanceTask>;
