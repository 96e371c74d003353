import type { MaintenanceJob } from '@auto-ops/contracts';
import type { Environment } from '@auto-ops/runtime';

/** A job that this gateway starts by itself, and how often. */
export interface ScheduledJob {
  readonly job: MaintenanceJob;
  readonly periodMilliseconds: number;
}

const minute = 60_000;

/** The periods of the CronWorkflows, and what each job has nothing to do without. */
const jobs: readonly (ScheduledJob & { readonly needs: string })[] = [
  { job: 'heartbeat', periodMilliseconds: 5 * minute, needs: 'AUTO_OPS_CHECKS' },
  { job: 'backup', periodMilliseconds: 15 * minute, needs: 'AUTO_OPS_BACKUP_FOLDER' },
  { job: 'reindex', periodMilliseconds: 24 * 60 * minute, needs: 'AUTO_OPS_REPOSITORIES' },
  { job: 'review-logs', periodMilliseconds: 24 * 60 * minute, needs: 'AUTO_OPS_LOG_REVIEW_NAMESPACES' },
];

/** The jobs that are configured: where nothing is set nothing is started, and nothing is said about it. */
export function maintenanceSchedule(environment: Environment): readonly ScheduledJob[] {
  return jobs
    .filter(({ needs }) => (environment[needs] ?? '').trim() !== '')
    .map(({ job, periodMilliseconds }) => ({ job, periodMilliseconds }));
}
