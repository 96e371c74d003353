import type { DatabaseSync } from 'node:sqlite';
import { AutoOpsError } from '@auto-ops/contracts';
import { inTransaction } from '@auto-ops/runtime';
import type { DeliveryState } from './delivery-state.ts';

/** A delivery as it was accepted. */
export interface JournalEntry {
  readonly id: string;
  readonly connector: string;
  readonly receivedAt: string;
  readonly body: string;
}

/** Durable record of everything that was accepted. */
export interface Journal {
  /** Resolves once the entry is on disk; a known id is counted as a repeat. */
  accept(entry: JournalEntry): Promise<'new' | 'repeat'>;
  pending(limit: number): JournalEntry[];
  settle(id: string, state: DeliveryState, incident: string | undefined, reason: string | undefined): void;
  counts(): { readonly accepted: number } & Record<DeliveryState, number>;
  /** Forgets deliveries older than the given time. */
  prune(before: string): number;
}

interface Waiting {
  readonly entry: JournalEntry;
  readonly resolve: (result: 'new' | 'repeat') => void;
  readonly reject: (error: unknown) => void;
}

/** The journal over SQLite: what arrives together is committed together, so one sync serves many requests. */
export function createJournal(database: DatabaseSync): Journal {
  const insert = database.prepare(
    "INSERT INTO delivery (id, connector, received_at, body, state) VALUES (?, ?, ?, ?, 'pending') ON CONFLICT (id) DO NOTHING",
  );
  const repeat = database.prepare('UPDATE delivery SET repeats = repeats + 1 WHERE id = ?');
  const pending = database.prepare(
    "SELECT id, connector, received_at AS receivedAt, body FROM delivery WHERE state = 'pending' ORDER BY received_at, id LIMIT ?",
  );
  const settle = database.prepare('UPDATE delivery SET state = ?, incident = ?, reason = ? WHERE id = ?');
  const count = database.prepare(
    'SELECT state, count(*) AS entries, sum(repeats) AS repeats FROM delivery GROUP BY state',
  );
  let waiting: Waiting[] = [];

  function flush(): void {
    const batch = waiting;
    waiting = [];
    try {
      const results = inTransaction(database, () =>
        batch.map(({ entry }) => {
          const isNew = insert.run(entry.id, entry.connector, entry.receivedAt, entry.body).changes === 1;
          if (!isNew) repeat.run(entry.id);
          return isNew ? ('new' as const) : ('repeat' as const);
        }),
      );
      for (const [index, request] of batch.entries()) request.resolve(results[index] ?? 'new');
    } catch (error) {
      const failure = new AutoOpsError('STORE_FAILED', `the journal cannot be written: ${(error as Error).message}`, {
        cause: error,
      });
      for (const request of batch) request.reject(failure);
    }
  }

  return {
    accept(entry) {
      return new Promise((resolve, reject) => {
        if (waiting.push({ entry, resolve, reject }) === 1) setImmediate(flush);
      });
    },
    pending: (limit) => pending.all(limit) as unknown as JournalEntry[],
    settle(id, state, incident, reason) {
      settle.run(state, incident ?? null, reason ?? null, id);
    },
    counts() {
      const totals = { accepted: 0, pending: 0, filtered: 0, grouped: 0, started: 0, quarantined: 0 };
      for (const row of count.all() as { state: DeliveryState; entries: number; repeats: number }[]) {
        totals[row.state] += row.entries;
        // A repeat joins what the first delivery led to.
        totals.grouped += row.repeats;
        totals.accepted += row.entries + row.repeats;
      }
      return totals;
    },
    prune: (before) =>
      Number(database.prepare("DELETE FROM delivery WHERE received_at < ? AND state <> 'pending'").run(before).changes),
  };
}
