import type { DatabaseSync } from 'node:sqlite';
import { Report } from '@auto-ops/contracts';

/** The reports of ended runs and what they did to the world. */
export interface Reports {
  /** Stores the report of a run; the newest one wins. */
  put(report: Report): void;
  get(run: string): Report | undefined;
  /** How many runs ended in each way. */
  endings(): ReadonlyMap<string, number>;
  /** Live actions since the given time, by target. */
  actionsSince(time: string): ReadonlyMap<string, number>;
  /** Live runs since the given time whose change did not help. */
  failedVerificationsSince(time: string): number;
}

/** The reports over SQLite. */
export function createReports(database: DatabaseSync): Reports {
  return {
    put(report) {
      database
        .prepare(
          'INSERT INTO report VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET ending = excluded.ending, document = excluded.document, received_at = excluded.received_at',
        )
        .run(report.run, report.incident.id, report.ending, JSON.stringify(report), report.createdAt);
      if (report.effects?.live !== true) return;
      for (const effect of report.effects.effects) {
        if (effect.status !== 'applied' && effect.status !== 'already') continue;
        const target = `${effect.target.namespace ?? ''}/${effect.target.name}`;
        database
          .prepare('INSERT INTO done_action VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
          .run(report.run, effect.action, target, effect.endedAt);
      }
    },
    get(run) {
      const row = database.prepare('SELECT document FROM report WHERE run = ?').get(run) as
        | { document: string }
        | undefined;
      return row === undefined ? undefined : Report.parse(JSON.parse(row.document));
    },
    endings() {
      const rows = database.prepare('SELECT ending, count(*) AS runs FROM report GROUP BY ending').all();
      return new Map((rows as { ending: string; runs: number }[]).map((row) => [row.ending, row.runs]));
    },
    actionsSince(time) {
      const rows = database
        .prepare('SELECT target, count(*) AS actions FROM done_action WHERE at >= ? GROUP BY target')
        .all(time);
      return new Map((rows as { target: string; actions: number }[]).map((row) => [row.target, row.actions]));
    },
    failedVerificationsSince(time) {
      const row = database
        .prepare(
          "SELECT count(*) AS rows FROM report WHERE ending IN ('unchanged', 'undone', 'undo-failed') AND received_at >= ? AND json_extract(document, '$.outcome.live')",
        )
        .get(time);
      return (row as { rows: number }).rows;
    },
  };
}
