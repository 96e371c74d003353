import type { DatabaseSync } from 'node:sqlite';

/** How many events could not be delivered, and what was found when they were looked after. */
export interface DeadLetters {
  count(kind: string, outcome: string): void;
  counts(): { readonly kind: string; readonly outcome: string; readonly letters: number }[];
}

/** The dead letters over SQLite. */
export function createDeadLetters(database: DatabaseSync): DeadLetters {
  return {
    count(kind, outcome) {
      database
        .prepare('INSERT INTO dead_letter VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET letters = letters + 1')
        .run(kind, outcome);
    },
    counts: () =>
      database
        .prepare('SELECT kind, outcome, letters FROM dead_letter ORDER BY kind, outcome')
        .all() as unknown as ReturnType<DeadLetters['counts']>,
  };
}
