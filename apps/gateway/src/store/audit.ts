import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as turn } from 'node:timers/promises';
import { canonicalJson } from '@auto-ops/contracts';
import { nodeCryptography } from '@auto-ops/runtime';

/** Who did what to what. */
export interface AuditEntry {
  readonly actor: string;
  readonly kind: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** An entry with its place in the chain. */
export interface KeptEntry extends AuditEntry {
  readonly seq: number;
  /** RFC 3339. */
  readonly at: string;
}

/** The append-only record of decisions and effects; each entry holds the hash of the one before. */
export interface Audit {
  append(entry: AuditEntry): void;
  /** The newest entry of that kind about that subject, or undefined. */
  last(kind: string, subject: string): KeptEntry | undefined;
  /** Entries from the newest to the oldest, at most `limit`, of one subject where one is given. */
  list(limit: number, subject?: string): KeptEntry[];
  /** The sequence number of the first entry that does not fit the chain, or undefined where all fit; others have their turn meanwhile. */
  verify(): Promise<number | undefined>;
}

interface Row {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly kind: string;
  readonly subject: string;
  readonly detail: string;
  readonly previous: string;
  readonly hash: string;
}

const origin = '0'.repeat(64);
/** So many entries are verified in some ten milliseconds. */
const slice = 1000;

function entryOf(row: unknown): KeptEntry {
  const { seq, at, actor, kind, subject, detail } = row as Row;
  return { seq, at, actor, kind, subject, detail: JSON.parse(detail) as AuditEntry['detail'] };
}

function hashOf(row: Omit<Row, 'hash'>): string {
  const { seq, at, actor, kind, subject, detail, previous } = row;
  return nodeCryptography.sha256(canonicalJson({ seq, at, actor, kind, subject, detail, previous }));
}

/** The audit over SQLite; `append` joins the transaction that is open. */
export function createAudit(database: DatabaseSync, now: () => string): Audit {
  const last = database.prepare('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1');
  const insert = database.prepare('INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  return {
    append({ actor, kind, subject, detail }) {
      const { seq, hash } = (last.get() as { seq: number; hash: string } | undefined) ?? { seq: 0, hash: origin };
      const row = { seq: seq + 1, at: now(), actor, kind, subject, detail: canonicalJson(detail), previous: hash };
      insert.run(row.seq, row.at, row.actor, row.kind, row.subject, row.detail, row.previous, hashOf(row));
    },
    last(kind, subject) {
      const row = database
        .prepare('SELECT * FROM audit WHERE kind = ? AND subject = ? ORDER BY seq DESC LIMIT 1')
        .get(kind, subject);
      return row === undefined ? undefined : entryOf(row);
    },
    list(limit, subject) {
      const rows =
        subject === undefined
          ? database.prepare('SELECT * FROM audit ORDER BY seq DESC LIMIT ?').all(limit)
          : database.prepare('SELECT * FROM audit WHERE subject = ? ORDER BY seq DESC LIMIT ?').all(subject, limit);
      return rows.map(entryOf);
    },
    async verify() {
      const next = database.prepare('SELECT * FROM audit WHERE seq > ? ORDER BY seq LIMIT ?');
      let previous = origin;
      let verified = 0;
      for (;;) {
        // What somebody put before the first entry is seen too.
        const entries = next.all(verified === 0 ? Number.MIN_SAFE_INTEGER : verified, slice) as unknown as Row[];
        for (const entry of entries) {
          const isNext = entry.seq === verified + 1 && entry.previous === previous;
          if (!isNext || entry.hash !== hashOf(entry)) return verified + 1;
          previous = entry.hash;
          verified += 1;
        }
        if (entries.length < slice) return undefined;
        await turn();
      }
    },
  };
}
