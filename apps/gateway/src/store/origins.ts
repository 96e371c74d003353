import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

/** Where an incident was asked for, and by whom. */
export interface IncidentOrigin {
  readonly incident: string;
  /** The forge's number of the repository. */
  readonly repository: number;
  /** Number of the issue. */
  readonly number: number;
  /** Names of who asked: people of the directory, others as `github:<login>`. */
  readonly askers: readonly string[];
}

/** The origins of incidents that began as an issue. */
export interface Origins {
  put(origin: IncidentOrigin): void;
  /** The incident of an issue: one that is open, else the newest. */
  incidentOf(repository: number, number: number): string | undefined;
  of(incident: string): IncidentOrigin | undefined;
}

interface Row {
  readonly incident: string;
  readonly repository: number;
  readonly number: number;
  readonly askers: string;
}

/** The origins over SQLite. */
export function createOrigins(database: DatabaseSync): Origins {
  return {
    put({ incident, repository, number, askers }) {
      database
        .prepare('INSERT INTO incident_origin VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
        .run(incident, repository, number, JSON.stringify(askers));
    },
    incidentOf(repository, number) {
      const row = database
        .prepare(
          "SELECT id FROM incident JOIN incident_origin ON incident = id WHERE repository = ? AND number = ? ORDER BY state = 'ended', created_at DESC LIMIT 1",
        )
        .get(repository, number);
      return (row as { id: string } | undefined)?.id;
    },
    of(incident) {
      const row = database.prepare('SELECT * FROM incident_origin WHERE incident = ?').get(incident) as Row | undefined;
      return row === undefined ? undefined : { ...row, askers: z.array(z.string()).parse(JSON.parse(row.askers)) };
    },
  };
}
