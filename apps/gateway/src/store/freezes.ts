import type { DatabaseSync } from 'node:sqlite';
import { Freeze } from '@auto-ops/contracts';

/** Stops of changes: read before every effect. */
export interface Freezes {
  put(freeze: Freeze): void;
  /** False where there was none of that id. */
  lift(id: string): boolean;
  list(): Freeze[];
}

/** The freezes over SQLite. */
export function createFreezes(database: DatabaseSync): Freezes {
  return {
    put(freeze) {
      database
        .prepare('INSERT INTO freeze VALUES (?, ?) ON CONFLICT DO UPDATE SET document = excluded.document')
        .run(freeze.id, JSON.stringify(freeze));
    },
    lift: (id) => database.prepare('DELETE FROM freeze WHERE id = ?').run(id).changes === 1,
    list: () =>
      database
        .prepare('SELECT document FROM freeze ORDER BY id')
        .all()
        .map((row) => Freeze.parse(JSON.parse((row as { document: string }).document))),
  };
}
