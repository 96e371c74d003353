import type { MaintenanceRun, MaintenanceRunner } from '@auto-ops/contracts';
import { asAutoOpsError, type Logger } from '@auto-ops/runtime';
import type { MaintenanceRecord } from '../store/maintenance-record.ts';
import type { Store } from '../store/open-store.ts';
import type { ScheduledJob } from './maintenance-schedule.ts';

/** What maintenance works with. */
export interface MaintenanceParts {
  readonly store: Pick<Store, 'maintenance' | 'restoration'>;
  readonly runner: MaintenanceRunner;
  /** Jobs that are started from here, because nothing else has a clock. */
  readonly schedule: readonly ScheduledJob[];
  readonly logger: Logger;
  readonly now: () => string;
}

/** Sees that maintenance that was asked for is done, beside the runs of incidents and without holding them up. */
export interface MaintenanceController {
  start(): void;
  /** Looks at once; resolves when that look is over. */
  kick(): Promise<void>;
  stop(): Promise<void>;
}

const tickMilliseconds = 2000;
const patienceMilliseconds = 24 * 3_600_000;

/** The level-triggered loop of maintenance: a run is submitted until its result is in, for a day at most. */
export function createMaintenanceController(parts: MaintenanceParts): MaintenanceController {
  const { store, runner, logger, now } = parts;
  const troubles = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let current = Promise.resolve();

  function queueWhatIsDue(): void {
    const time = Date.parse(now());
    for (const { job, periodMilliseconds } of parts.schedule) {
      const last = store.maintenance.last(job, 'queued', 'submitted', 'done', 'failed');
      const isOpen = last?.state === 'queued' || last?.state === 'submitted';
      if (isOpen || (last !== undefined && time - Date.parse(last.requestedAt) < periodMilliseconds)) continue;
      store.maintenance.schedule(`${job}-${Math.floor(time / 1000)}`, job);
    }
  }

  /** What the cluster started by itself is only looked at. */
  function advance({ run, job, subject, requestedBy }: MaintenanceRecord): Promise<MaintenanceRun> {
    if (requestedBy === 'cluster') return runner.look(run);
    return runner.submit({ schemaVersion: 1, run, job, ...(subject === undefined ? {} : { subject }) });
  }

  async function follow(record: MaintenanceRecord): Promise<void> {
    const { run, job } = record;
    const { phase, message } = await advance(record);
    const isGone = phase === 'absent' && record.requestedBy === 'cluster';
    const isLate = Date.parse(now()) - Date.parse(record.requestedAt) > patienceMilliseconds;
    if (phase === 'succeeded') {
      store.maintenance.succeed(run);
    } else if (phase === 'failed' || isGone || isLate) {
      const reason = message ?? (isLate ? 'not done within a day' : 'it is gone');
      store.maintenance.fail(run, reason);
      if (store.maintenance.find(run)?.state === 'failed') logger.warn({ run, job, reason }, 'maintenance failed');
    } else if (record.state === 'queued') {
      store.maintenance.submitted(run);
    }
    troubles.delete(run);
  }

  async function look(): Promise<void> {
    // What a copy of the store remembers as open is ended first.
    if (store.restoration.takenAt() !== undefined) return;
    queueWhatIsDue();
    for (const record of store.maintenance.open()) {
      if (isStopped) return;
      try {
        await follow(record);
      } catch (error) {
        const { code, message } = asAutoOpsError(error);
        // The same trouble every two seconds is one piece of news.
        if (troubles.get(record.run) === code) continue;
        troubles.set(record.run, code);
        logger.warn({ run: record.run, code }, `maintenance waits: ${message}`);
      }
    }
  }

  function kick(): Promise<void> {
    current = current.then(async () => {
      if (isStopped) return;
      try {
        await look();
      } catch (error) {
        logger.error({ err: error }, 'maintenance could not be looked after; it is tried again');
      }
    });
    return current;
  }

  async function tick(): Promise<void> {
    await kick();
    if (!isStopped) timer = setTimeout(() => void tick(), tickMilliseconds);
  }

  return {
    kick,
    start: () => void tick(),
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await runner.close();
      await current;
    },
  };
}
