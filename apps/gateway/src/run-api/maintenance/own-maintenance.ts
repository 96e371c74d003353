import type { IncomingMessage } from 'node:http';
import { AutoOpsError, Identifier, MaintenanceJob } from '@auto-ops/contracts';
import type { MaintenanceRecord } from '../../store/maintenance-record.ts';
import type { Store } from '../../store/open-store.ts';
import { ownRun } from '../own-run.ts';

const accountPrefix = 'maintenance-';

function jobOfAccount(account: string | undefined): MaintenanceJob | undefined {
  const job = MaintenanceJob.safeParse(account?.slice(accountPrefix.length));
  return account?.startsWith(accountPrefix) === true && job.success ? job.data : undefined;
}

/**
 * The maintenance run that asks. One that nobody asked for was started by a schedule of the cluster; what it does, its account says.
 * Throws PERMISSION_DENIED where the run, its account and `job` do not fit each other, and RUN_UNKNOWN.
 */
export function ownMaintenance(
  store: Pick<Store, 'maintenance'>,
  request: { readonly raw: IncomingMessage; readonly params: { readonly run: string } },
  job?: MaintenanceJob,
): MaintenanceRecord {
  const { run } = request.params;
  ownRun.require(request.raw, run);
  const account = ownRun.accountOf(request.raw);
  const own = jobOfAccount(account);
  if (own !== undefined && store.maintenance.find(run) === undefined && Identifier.safeParse(run).success) {
    store.maintenance.adopt(run, own);
  }
  const record = store.maintenance.find(run);
  if (record === undefined) throw new AutoOpsError('RUN_UNKNOWN', `there is no maintenance run ${run}`);
  if (own !== undefined && record.job !== own)
    throw new AutoOpsError('PERMISSION_DENIED', `${account} may not do the job ${record.job}`);
  if (job !== undefined && record.job !== job)
    throw new AutoOpsError('PERMISSION_DENIED', `run ${run} does the job ${record.job}, not ${job}`);
  return record;
}
