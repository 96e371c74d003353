import type { Store } from '../store/open-store.ts';

const kind = 'woken-without-decision';

/**
 * Writes down, once a run, that its step `decide` asked while nobody had decided: somebody or something other than this gateway ended
 * the wait. Nothing follows from it; the step goes on asking until a decision comes or the proposal expires.
 */
export function auditWaking({ audit, decisions, together }: Store, run: string): void {
  const proposal = decisions.proposal(run);
  if (proposal === undefined || audit.last(kind, run) !== undefined) return;
  const detail = { planHash: proposal.planHash, expiresAt: proposal.expiresAt };
  together(() => audit.append({ actor: 'gateway', kind, subject: run, detail }));
}
