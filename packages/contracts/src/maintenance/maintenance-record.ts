import type { z } from 'zod';
import { StepRecord } from '../step-record.ts';
import { MaintenanceJob } from './maintenance-job.ts';

/** `record.json` of a maintenance run: how it went, written also when it failed. */
export const MaintenanceRecord = StepRecord.omit({ step: true, model: true }).extend({ job: MaintenanceJob });
export type MaintenanceRecord = z.infer<typeof MaintenanceRecord>;
