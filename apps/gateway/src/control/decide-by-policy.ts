import type { Decision, Proposal } from '@auto-ops/contracts';
import type { Store } from '../store/open-store.ts';
import type { DecisionKey } from './decision-key.ts';
import { signDecision } from './sign-decision.ts';

/** Signs a Decision that no person has to give: an approval where policy asks for none, an expiry, a cancellation. */
export function decideByPolicy(
  store: Store,
  key: DecisionKey,
  proposal: Proposal,
  verdict: Decision['verdict'],
  reason: string,
  now: string,
): void {
  const decision = signDecision(
    key,
    proposal,
    { verdict, approvers: [{ id: 'policy', channel: 'policy', at: now }], reason },
    now,
  );
  if (!store.decisions.put(decision)) return;
  store.audit.append({
    actor: 'gateway',
    kind: 'decision-signed',
    subject: proposal.run,
    detail: { verdict, planHash: proposal.planHash, reason },
  });
}
