import { randomUUID } from 'node:crypto';
import type { Decision, Proposal } from '@auto-ops/contracts';
import { decisionText } from '@auto-ops/policy';
import type { DecisionKey } from './decision-key.ts';

/** Makes the signed Decision on exactly this proposal; it is worth nothing after the proposal's own end. */
export function signDecision(
  key: DecisionKey,
  proposal: Proposal,
  word: Pick<Decision, 'verdict' | 'approvers'> & { readonly reason?: string | undefined },
  now: string,
): Decision {
  const unsigned = {
    schemaVersion: 1 as const,
    id: randomUUID(),
    incident: proposal.incident,
    run: proposal.run,
    planHash: proposal.planHash,
    class: proposal.class,
    verdict: word.verdict,
    approvers: word.approvers,
    ...(word.reason === undefined ? {} : { reason: word.reason }),
    issuedAt: now,
    expiresAt: proposal.expiresAt,
    keyId: key.id,
  };
  return { ...unsigned, signature: key.sign(decisionText(unsigned)) };
}
