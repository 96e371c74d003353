import { AutoOpsError, type Decision, type Proposal } from '@auto-ops/contracts';
import { approverRoles, verifyDecision } from '@auto-ops/policy';
import { nodeCryptography } from '@auto-ops/runtime';
import type { GatewayParts } from '../app/gateway-parts.ts';
import type { Store } from '../store/open-store.ts';
import { approverState } from './approver-state.ts';
import type { Identity } from './identity.ts';
import { signDecision } from './sign-decision.ts';

/** A person's word on the plan of an incident. */
export interface Word {
  readonly verdict: 'approved' | 'rejected' | 'cancelled';
  readonly planHash: string;
  readonly reason?: string | undefined;
  readonly channel: 'rest' | 'cli' | 'slack' | 'github';
}

/** Where a word led: to a signed decision, or to one vote of several. */
export interface Verdict {
  readonly decision: Decision | undefined;
  readonly votes: number;
  readonly needed: number;
}

function refuse(message: string, hint?: string): never {
  throw new AutoOpsError('DECISION_INVALID', message, hint === undefined ? {} : { hint });
}

function requireApprover(store: Store, proposal: Proposal, person: Identity): void {
  const askers = store.origins.of(proposal.incident)?.askers ?? [];
  if (proposal.requester === person.name || askers.includes(person.name)) {
    refuse(`${person.name} asked for this incident and cannot approve its plan`, 'Somebody else has to approve.');
  }
  const roles = approverRoles(proposal.class);
  if (!person.roles.some((role) => roles.includes(role))) {
    refuse(`${person.name} has none of the roles that approve class ${proposal.class}: ${roles.join(', ')}`);
  }
}

function proposalFor(store: Store, run: string, word: Word, person: Identity, now: string): Proposal {
  const proposal = store.decisions.proposal(run);
  if (proposal === undefined) throw new AutoOpsError('RUN_STATE_INVALID', `run ${run} has nothing to decide yet`);
  if (proposal.planHash !== word.planHash) {
    refuse(
      `the plan hash ${word.planHash.slice(0, 12)} is not that of the present plan, ${proposal.planHash.slice(0, 12)}`,
      'Look at the plan again and send its hash.',
    );
  }
  if (store.decisions.decision(run) !== undefined)
    throw new AutoOpsError('RUN_STATE_INVALID', `run ${run} is decided already`);
  if (proposal.expiresAt <= now)
    refuse(`the proposal expired at ${proposal.expiresAt}`, 'Retry the incident; it is proposed anew within seconds.');
  if (word.verdict === 'approved') requireApprover(store, proposal, person);
  return proposal;
}

/**
 * Counts a person's word and signs the Decision once it is enough; the same transaction keeps vote, decision and audit. What the steps
 * would not take as a decision is refused here: a stored one that counts for nothing would leave the run without any.
 */
export function decide(
  { store, key, directory }: Pick<GatewayParts, 'store' | 'key' | 'directory'>,
  run: string,
  word: Word,
  person: Identity,
  now: string,
): Verdict {
  return store.together(() => {
    const proposal = proposalFor(store, run, word, person, now);
    const vote = { approver: person.name, channel: word.channel, at: now };
    if (word.verdict === 'approved') store.decisions.vote(run, proposal.planHash, vote);
    const votes = word.verdict === 'approved' ? store.decisions.votes(run, proposal.planHash) : [vote];
    const needed = word.verdict === 'approved' ? Math.max(1, proposal.approvals) : 1;
    store.audit.append({
      actor: person.name,
      kind: `vote-${word.verdict}`,
      subject: run,
      detail: { planHash: proposal.planHash, channel: word.channel, reason: word.reason ?? null },
    });
    if (votes.length < needed) return { decision: undefined, votes: votes.length, needed };
    const approvers = votes.map(({ approver, channel, at }) => ({ id: approver, channel, at }));
    const decision = signDecision(key, proposal, { verdict: word.verdict, approvers, reason: word.reason }, now);
    verifyDecision({
      decision,
      proposal,
      publicKeys: { [key.id]: key.publicKey },
      approvers: approvers.flatMap(({ id }) => approverState(directory, id) ?? []),
      now,
      cryptography: nodeCryptography,
    });
    store.decisions.put(decision);
    store.audit.append({
      actor: 'gateway',
      kind: 'decision-signed',
      subject: run,
      detail: { verdict: decision.verdict, planHash: decision.planHash },
    });
    return { decision, votes: votes.length, needed };
  });
}
