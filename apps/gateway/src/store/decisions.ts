import type { DatabaseSync } from 'node:sqlite';
import { Decision, Proposal } from '@auto-ops/contracts';

/** One person's word for a plan. */
export interface Vote {
  readonly approver: string;
  readonly channel: Decision['approvers'][number]['channel'];
  readonly at: string;
}

/** Proposals, the votes on them, and the signed decisions. */
export interface Decisions {
  putProposal(proposal: Proposal): void;
  proposal(run: string): Proposal | undefined;
  vote(run: string, planHash: string, vote: Vote): void;
  votes(run: string, planHash: string): Vote[];
  /** Stores the first decision of a run; false where there is one already. */
  put(decision: Decision): boolean;
  decision(run: string): Decision | undefined;
  /** Decisions whose run has not been woken yet. */
  unwoken(): Decision[];
  markWoken(run: string): void;
  /** Proposals without a decision whose time is over. */
  expired(now: string): Proposal[];
}

/** The decisions over SQLite. */
export function createDecisions(database: DatabaseSync): Decisions {
  const decided = (row: unknown) => Decision.parse(JSON.parse((row as { document: string }).document));
  const proposed = (row: unknown) => Proposal.parse(JSON.parse((row as { document: string }).document));
  return {
    putProposal(proposal) {
      database
        .prepare(
          'INSERT INTO proposal VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET plan_hash = excluded.plan_hash, document = excluded.document',
        )
        .run(proposal.run, proposal.incident, proposal.planHash, JSON.stringify(proposal), proposal.createdAt);
    },
    proposal(run) {
      const row = database.prepare('SELECT document FROM proposal WHERE run = ?').get(run);
      return row === undefined ? undefined : proposed(row);
    },
    vote(run, planHash, { approver, channel, at }) {
      database
        .prepare('INSERT INTO vote VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING')
        .run(run, planHash, approver, channel, at);
    },
    votes: (run, planHash) =>
      database
        .prepare('SELECT approver, channel, at FROM vote WHERE run = ? AND plan_hash = ? ORDER BY at')
        .all(run, planHash) as unknown as Vote[],
    put: (decision) =>
      database
        .prepare('INSERT INTO decision (run, document) VALUES (?, ?) ON CONFLICT DO NOTHING')
        .run(decision.run, JSON.stringify(decision)).changes === 1,
    decision(run) {
      const row = database.prepare('SELECT document FROM decision WHERE run = ?').get(run);
      return row === undefined ? undefined : decided(row);
    },
    unwoken: () => database.prepare('SELECT document FROM decision WHERE woken = 0').all().map(decided),
    markWoken(run) {
      database.prepare('UPDATE decision SET woken = 1 WHERE run = ?').run(run);
    },
    expired: (now) =>
      database
        .prepare(
          "SELECT document FROM proposal WHERE run NOT IN (SELECT run FROM decision) AND json_extract(document, '$.expiresAt') <= ?",
        )
        .all(now)
        .map(proposed),
  };
}
