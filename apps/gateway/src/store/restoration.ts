import { backup, DatabaseSync } from 'node:sqlite';
import { inTransaction } from '@auto-ops/runtime';
import { countRows } from '../backup/count-rows.ts';
import type { Audit } from './audit.ts';

/** Copies of the store, and the first start of a store that is one. */
export interface Restoration {
  /** Writes a consistent copy to a new file, while the store goes on; the copy knows that it is one. Returns its rows by table. */
  copyTo(path: string): Promise<ReadonlyMap<string, number>>;
  /** When the copy was made that this store began as; undefined once that is settled, and where it is no copy. */
  takenAt(): string | undefined;
  /**
   * Ends what was open when the copy was made, unless its run is known: what happened since is not in the copy, so nothing of it
   * is begun again. Returns the incidents that were ended.
   */
  settle(knownRuns: ReadonlySet<string>): string[];
}

const mark = 'copied-at';

/** Copies of a SQLite store; `now` gives RFC 3339. */
export function createRestoration(database: DatabaseSync, audit: Audit, now: () => string): Restoration {
  function takenAt(): string | undefined {
    const row = database.prepare('SELECT value FROM setting WHERE name = ?').get(mark);
    return (row as { value: string } | undefined)?.value;
  }

  return {
    takenAt,
    async copyTo(path) {
      await backup(database, path);
      const copy = new DatabaseSync(path);
      try {
        // One file that needs no other beside it.
        copy.exec('PRAGMA journal_mode = DELETE');
        copy.prepare('INSERT OR REPLACE INTO setting VALUES (?, ?)').run(mark, now());
        return countRows(copy);
      } finally {
        copy.close();
      }
    },
    settle: (knownRuns) =>
      inTransaction(database, () => {
        const taken = takenAt();
        if (taken === undefined) return [];
        const time = now();
        const open = database.prepare("SELECT id, run FROM incident WHERE state <> 'ended' ORDER BY id").all();
        const lost = (open as { id: string; run: string }[]).filter(({ run }) => !knownRuns.has(run));
        const end = database.prepare(
          "UPDATE incident SET state = 'ended', ending = 'failed', updated_at = ? WHERE id = ?",
        );
        for (const { id } of lost) end.run(time, id);
        const { changes: deliveries } = database
          .prepare("UPDATE delivery SET state = 'filtered', reason = ? WHERE state = 'pending' AND received_at <= ?")
          .run(`restored from a copy of ${taken}`, taken);
        database
          .prepare("UPDATE maintenance SET state = 'failed', ended_at = ?, reason = ? WHERE ended_at IS NULL")
          .run(time, `restored from a copy of ${taken}`);
        database.prepare('DELETE FROM setting WHERE name = ?').run(mark);
        const ids = lost.map(({ id }) => id);
        audit.append({
          actor: 'gateway',
          kind: 'store-restored',
          subject: taken,
          detail: { ended: ids, deliveries: Number(deliveries) },
        });
        return ids;
      }),
  };
}
