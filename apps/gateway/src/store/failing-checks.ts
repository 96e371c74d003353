import type { DatabaseSync } from 'node:sqlite';
import { HealthCheck } from '@auto-ops/contracts';

/** A health check that fails, and since when. */
export interface FailingCheck {
  readonly since: string;
  readonly check: HealthCheck;
}

/** The health checks that failed when they were last looked at. */
export interface FailingChecks {
  all(): ReadonlyMap<string, FailingCheck>;
  /** Keeps a failing check; one that is known keeps its beginning. */
  put(check: HealthCheck, since: string): void;
  remove(name: string): void;
}

/** The failing checks over SQLite. */
export function createFailingChecks(database: DatabaseSync): FailingChecks {
  return {
    all() {
      const rows = database.prepare('SELECT name, since, document FROM failing_check').all();
      return new Map(
        (rows as { name: string; since: string; document: string }[]).map(({ name, since, document }) => [
          name,
          { since, check: HealthCheck.parse(JSON.parse(document)) },
        ]),
      );
    },
    put(check, since) {
      database
        .prepare('INSERT INTO failing_check VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET document = excluded.document')
        .run(check.name, since, JSON.stringify(check));
    },
    remove(name) {
      database.prepare('DELETE FROM failing_check WHERE name = ?').run(name);
    },
  };
}
