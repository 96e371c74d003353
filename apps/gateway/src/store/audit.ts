import type { DatabaseSync } from 'node:sqlite';
import { canonicalJson } from '@auto-ops/contracts';
import { nodeCryptography } from '@auto-ops/runtime';

/** Who did what to what. */
export interface AuditEntry {
  readonly actor: string;
  readonly kind: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The append-only record of decisions and effects; each entry holds the hash of the one before. */
export interface Audit {
  append(entry: AuditEntry): void;
  /** The sequence number of the first entry that does not fit the chain, or undefined where all fit. */
  verify(): number | undefined;
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
    verify() {
      let previous = origin;
      let expected = 1;
      for (const row of database.prepare('SELECT * FROM audit ORDER BY seq').iterate() as Iterable<unknown>) {
        const entry = row as Row;
        if (entry.seq !== expected || entry.previous !== previous || entry.hash !== hashOf(entry)) return expected;
        previous = entry.hash;
        expected += 1;
      }
      return undefined;
    },
  };
}
