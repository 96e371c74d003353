import type { DatabaseSync } from 'node:sqlite';
import { canonicalJson, MaintenanceJob, MaintenanceSubject } from '@auto-ops/contracts';
import { nodeCryptography } from '@auto-ops/runtime';
import type { MaintenanceRecord, MaintenanceState } from './maintenance-record.ts';

/** What a delivery asks for. */
export interface MaintenanceRequest {
  readonly job: MaintenanceJob;
  readonly subject: MaintenanceSubject;
  readonly delivery: string;
}

/** The maintenance runs of the store. */
export interface Maintenance {
  /** Queues a run and returns its name; asked for twice, whoever asks, it is queued once. Joins the open transaction. */
  request(request: MaintenanceRequest): string;
  /** Queues a run of the schedule of this gateway. */
  schedule(run: string, job: MaintenanceJob): void;
  /** Knows a run that a schedule of the cluster has started. */
  adopt(run: string, job: MaintenanceJob): void;
  find(run: string): MaintenanceRecord | undefined;
  /** Those that have neither a result nor failed, oldest first. */
  open(): MaintenanceRecord[];
  submitted(run: string): void;
  /** Keeps a result; a later one of the same run replaces it. */
  finish(run: string, result: unknown): void;
  /** Ends a run that has succeeded: without a result there was nothing to do. */
  succeed(run: string): void;
  /** Ends a run without result; one that has its result stays as it is. */
  fail(run: string, reason: string): void;
  /** The newest run of a job that is in one of these states. */
  last(job: MaintenanceJob, ...states: readonly MaintenanceState[]): MaintenanceRecord | undefined;
  /** The newest results of a job, newest first. */
  results(job: MaintenanceJob, limit: number): MaintenanceRecord[];
  /** Whether a run that was asked for later has already done the same for the same repository. */
  isOutdated(record: MaintenanceRecord): boolean;
}

interface Row {
  readonly run: string;
  readonly job: string;
  readonly state: MaintenanceState;
  readonly subject: string | null;
  readonly requested_at: string;
  readonly requested_by: string;
  readonly ended_at: string | null;
  readonly reason: string | null;
  readonly result: string | null;
}

/** How many ended runs of each job are kept. */
const keptRuns = 200;

function recordOf(row: Row): MaintenanceRecord {
  return {
    run: row.run,
    job: MaintenanceJob.parse(row.job),
    state: row.state,
    subject: row.subject === null ? undefined : MaintenanceSubject.parse(JSON.parse(row.subject)),
    requestedAt: row.requested_at,
    requestedBy: row.requested_by,
    endedAt: row.ended_at ?? undefined,
    reason: row.reason ?? undefined,
    result: row.result === null ? undefined : JSON.parse(row.result),
  };
}

/** The maintenance runs over SQLite; `now` gives RFC 3339. */
export function createMaintenance(database: DatabaseSync, now: () => string): Maintenance {
  const insert = database.prepare(
    'INSERT INTO maintenance (run, job, state, subject, requested_at, requested_by) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const find = database.prepare('SELECT * FROM maintenance WHERE run = ?');
  const all = (sql: string, ...values: (string | number)[]) =>
    database
      .prepare(sql)
      .all(...values)
      .map((row) => recordOf(row as unknown as Row));

  function end(run: string, state: 'done' | 'failed', reason: string | null, result: string | null): void {
    database
      .prepare('UPDATE maintenance SET state = ?, ended_at = ?, reason = ?, result = coalesce(?, result) WHERE run = ?')
      .run(state, now(), reason, result, run);
    database
      .prepare(
        `DELETE FROM maintenance WHERE ended_at IS NOT NULL AND job = (SELECT job FROM maintenance WHERE run = :run) AND run NOT IN (
          SELECT run FROM maintenance WHERE ended_at IS NOT NULL AND job = (SELECT job FROM maintenance WHERE run = :run)
          ORDER BY ended_at DESC, run LIMIT ${keptRuns})`,
      )
      .run({ run });
  }

  const isOpen = (run: string) => (find.get(run) as Row | undefined)?.ended_at === null;

  return {
    request({ job, subject, delivery }) {
      const id = nodeCryptography.sha256(canonicalJson({ job, subject })).slice(0, 16);
      const run = `${job}-${id}`;
      insert.run(run, job, 'queued', JSON.stringify(subject), now(), delivery);
      return run;
    },
    schedule(run, job) {
      insert.run(run, job, 'queued', null, now(), 'schedule');
    },
    adopt(run, job) {
      insert.run(run, job, 'submitted', null, now(), 'cluster');
    },
    find(run) {
      const row = find.get(run) as Row | undefined;
      return row === undefined ? undefined : recordOf(row);
    },
    open: () => all('SELECT * FROM maintenance WHERE ended_at IS NULL ORDER BY requested_at, run'),
    submitted(run) {
      database.prepare("UPDATE maintenance SET state = 'submitted' WHERE run = ? AND state = 'queued'").run(run);
    },
    finish: (run, result) => end(run, 'done', null, JSON.stringify(result)),
    succeed(run) {
      if (isOpen(run)) end(run, 'done', null, null);
    },
    fail(run, reason) {
      if (isOpen(run)) end(run, 'failed', reason.slice(0, 500), null);
    },
    last(job, ...states) {
      const holes = states.map(() => '?').join(', ');
      return all(
        `SELECT * FROM maintenance WHERE job = ? AND state IN (${holes}) ORDER BY coalesce(ended_at, requested_at) DESC, run LIMIT 1`,
        job,
        ...states,
      )[0];
    },
    results: (job, limit) =>
      all(
        "SELECT * FROM maintenance WHERE job = ? AND state = 'done' AND result IS NOT NULL ORDER BY ended_at DESC, run LIMIT ?",
        job,
        limit,
      ),
    isOutdated({ job, subject, requestedAt }) {
      if (subject === undefined) return false;
      const later = all(
        "SELECT * FROM maintenance WHERE job = ? AND state = 'done' AND requested_at > ?",
        job,
        requestedAt,
      );
      return later.some((other) => other.subject?.repository === subject.repository);
    },
  };
}
