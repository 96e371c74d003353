import type { DatabaseSync } from 'node:sqlite';
import { AutoOpsError } from '@auto-ops/contracts';
import { inTransaction } from '@auto-ops/runtime';
import type { DeliveryState } from './delivery-state.ts';

/** The connector of deliveries that are ids only; what they are about is fetched before they can be settled. */
const connectorOfIds = 'github-ids';

/** A delivery as it was accepted. */
export interface JournalEntry {
  readonly id: string;
  readonly connector: string;
  readonly receivedAt: string;
  /** As it was received, so that a signature over it can be verified again. */
  readonly body: string;
  /** Name of the event, and the signature of the body, where the source sends them. */
  readonly event?: string | undefined;
  readonly signature?: string | undefined;
  /** What counts once, whatever id it comes with: the digest of what was signed. */
  readonly digest?: string | undefined;
}

/** A delivery that waits to be settled. */
export interface PendingEntry extends JournalEntry {
  /** What was read elsewhere about it, as JSON. */
  readonly fetched: string | null;
  readonly tries: number;
}

/** A delivery that came again. */
export interface RepeatedEntry extends PendingEntry {
  /** The incident that it led to. */
  readonly incident: string;
}

/** Durable record of everything that was accepted. */
export interface Journal {
  /** Resolves once the entry is on disk; a known id is counted as a repeat. */
  accept(entry: JournalEntry): Promise<'new' | 'repeat'>;
  /**
   * Those that can be settled now, oldest first; not what is to be fetched first, nor what waits for another try. Each is read when it is
   * its turn: a few large bodies together would be more than the memory there is.
   */
  pending(limit: number, now: string): Iterable<PendingEntry>;
  /** Those that something has to be fetched for now, oldest first. */
  unfetched(limit: number, now: string): PendingEntry[];
  fetched(id: string, document: string): void;
  /** Leaves a delivery alone until then. */
  postpone(id: string, until: string, reason: string): void;
  settle(id: string, state: DeliveryState, incident: string | undefined, reason: string | undefined): void;
  /** Deliveries that came again after they had led to an incident, with the time of the last repetition as `receivedAt`; read like `pending`. */
  repeated(limit: number): Iterable<RepeatedEntry>;
  /** Takes note of the repetitions of a delivery. */
  noted(id: string): void;
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
    "INSERT INTO delivery (id, connector, received_at, body, event, signature, digest, state) VALUES (?, ?, ?, ?, ?, ?, ?, 'pending') ON CONFLICT DO NOTHING",
  );
  const repeat = database.prepare(
    'UPDATE delivery SET repeats = repeats + 1, repeated_at = ?3 WHERE id = ?1 OR (digest = ?2 AND NOT EXISTS (SELECT 1 FROM delivery WHERE id = ?1))',
  );
  const columns = 'id, connector, received_at AS receivedAt, body, event, signature, fetched, tries';
  const due = "FROM delivery WHERE state = 'pending' AND (next_try_at IS NULL OR next_try_at <= ?)";
  const pending = database.prepare(
    `SELECT id ${due} AND (connector <> '${connectorOfIds}' OR fetched IS NOT NULL) ORDER BY received_at, id LIMIT ?`,
  );
  const unfetched = database.prepare(
    `SELECT ${columns} ${due} AND connector = '${connectorOfIds}' AND fetched IS NULL ORDER BY received_at, id LIMIT ?`,
  );
  const repeated = database.prepare(
    "SELECT id FROM delivery WHERE repeated_at IS NOT NULL AND state IN ('started', 'grouped') AND incident IS NOT NULL AND body IS NOT NULL ORDER BY repeated_at, id LIMIT ?",
  );
  const read = database.prepare(`SELECT ${columns} FROM delivery WHERE id = ?`);
  const readRepeated = database.prepare(
    `SELECT ${columns.replace('received_at', 'repeated_at')}, incident FROM delivery WHERE id = ?`,
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
          const { id, connector, receivedAt, body, event = null, signature = null, digest = null } = entry;
          const isNew = insert.run(id, connector, receivedAt, body, event, signature, digest).changes === 1;
          if (!isNew) repeat.run(id, digest, receivedAt);
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
    *pending(limit, now) {
      for (const { id = null } of pending.all(now, limit)) {
        const row = read.get(id);
        if (row !== undefined) yield row as unknown as PendingEntry;
      }
    },
    unfetched: (limit, now) => unfetched.all(now, limit) as unknown as PendingEntry[],
    fetched(id, document) {
      database
        .prepare('UPDATE delivery SET fetched = ?, next_try_at = NULL, reason = NULL WHERE id = ?')
        .run(document, id);
    },
    postpone(id, until, reason) {
      database
        .prepare('UPDATE delivery SET next_try_at = ?, reason = ?, tries = tries + 1 WHERE id = ?')
        .run(until, reason, id);
    },
    settle(id, state, incident, reason) {
      settle.run(state, incident ?? null, reason ?? null, id);
    },
    *repeated(limit) {
      for (const { id = null } of repeated.all(limit)) {
        const row = readRepeated.get(id);
        if (row !== undefined) yield row as unknown as RepeatedEntry;
      }
    },
    noted(id) {
      database.prepare('UPDATE delivery SET repeated_at = NULL WHERE id = ?').run(id);
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
