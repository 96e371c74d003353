import { BackupRecord, LogReview, type MaintenanceJob, RiskReview, runApiPaths } from '@auto-ops/contracts';
import { z } from 'zod';
import type { Route } from '../../routes/route.ts';
import type { MaintenanceRecord } from '../../store/maintenance-record.ts';
import { Kept } from '../kept.ts';
import { ownMaintenance } from './own-maintenance.ts';
import { requireSubject } from './require-subject.ts';
import { withNews } from './with-news.ts';

interface Kind {
  readonly path: string;
  readonly job: MaintenanceJob;
  readonly Document: z.ZodType;
  /** Throws REQUEST_INVALID where it is not about what the run was asked for. */
  readonly check?: (record: MaintenanceRecord, result: unknown) => void;
  /** Adds what only the gateway knows: the result before it. */
  readonly completed?: (result: unknown, before: unknown) => unknown;
}

const kinds: readonly Kind[] = [
  { path: runApiPaths.logReview(':run'), job: 'review-logs', Document: LogReview, completed: withNews },
  { path: runApiPaths.riskReview(':run'), job: 'review-risk', Document: RiskReview, check: requireSubject },
  { path: runApiPaths.backup(':run'), job: 'backup', Document: BackupRecord },
];

/** `PUT /v1/maintenance/:run/{log-review,risk-review,backup}`: results that are kept as they are. */
export const takeResults: Route = (server, { store, logger }) => {
  for (const { path, job, Document, check, completed } of kinds) {
    server.put(
      path,
      { schema: { params: z.strictObject({ run: z.string() }), body: Document, response: { 200: Kept } } },
      async (request) => {
        const record = ownMaintenance(store, request, job);
        const { run } = record;
        check?.(record, request.body);
        store.together(() => {
          const before = store.maintenance.results(job, 2).find((record) => record.run !== run);
          store.maintenance.finish(run, completed?.(request.body, before?.result) ?? request.body);
        });
        logger.info({ run, job }, 'maintenance done');
        return { kept: true as const };
      },
    );
  }
};
