import type { DatabaseSync } from 'node:sqlite';
import { Analysis } from '@auto-ops/contracts';

/** What runs have found out that have no report yet. */
export interface Analyses {
  /** Stores the Analysis of a run; the newest one wins. Those of ended runs go: a report has its own. */
  put(run: string, analysis: Analysis): void;
  get(run: string): Analysis | undefined;
}

/** The analyses over SQLite. */
export function createAnalyses(database: DatabaseSync): Analyses {
  return {
    put(run, analysis) {
      database.prepare("DELETE FROM analysis WHERE run NOT IN (SELECT run FROM incident WHERE state <> 'ended')").run();
      database
        .prepare('INSERT INTO analysis VALUES (?, ?) ON CONFLICT DO UPDATE SET document = excluded.document')
        .run(run, JSON.stringify(analysis));
    },
    get(run) {
      const row = database.prepare('SELECT document FROM analysis WHERE run = ?').get(run);
      return row === undefined ? undefined : Analysis.parse(JSON.parse((row as { document: string }).document));
    },
  };
}
