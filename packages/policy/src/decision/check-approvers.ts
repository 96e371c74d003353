import type { ApproverState, Decision, Proposal } from '@auto-ops/contracts';
import { approvalsNeeded } from '../rules/approvals-needed.ts';
import { approverRoles } from '../rules/approver-roles.ts';
import { refuseDecision } from './refuse-decision.ts';

/** Checks that enough different people who are active, have the role and did not ask for the change approved it in time. */
export function checkApprovers(decision: Decision, proposal: Proposal, states: readonly ApproverState[]): void {
  const needed = Math.max(approvalsNeeded(proposal.class), proposal.approvals);
  const people = new Set<string>();
  for (const approver of decision.approvers) {
    if (Date.parse(approver.at) < Date.parse(proposal.createdAt) - 30_000)
      throw refuseDecision('was approved before the proposal', approver.at);
    if (Date.parse(approver.at) > Date.parse(decision.issuedAt))
      throw refuseDecision('was approved after it was issued', approver.at);
    if (approver.channel === 'policy' || approver.id === 'policy') {
      if (needed > 0) throw refuseDecision('needs a person', approver.id);
      if (approver.channel !== 'policy' || approver.id !== 'policy')
        throw refuseDecision('mixes a person and policy', approver.id);
      continue;
    }
    checkPerson(approver.id, decision, proposal, states);
    const person = identityOf(approver.id);
    if (people.has(person)) throw refuseDecision('counts one person twice', approver.id);
    people.add(person);
  }
  if (decision.approvers.length === 0) throw refuseDecision('names no approver', 'approvers');
  if (people.size < needed) throw refuseDecision(`needs ${needed} different people`, String(people.size));
}

function checkPerson(id: string, decision: Decision, proposal: Proposal, states: readonly ApproverState[]): void {
  if (proposal.requester !== undefined && identityOf(proposal.requester) === identityOf(id))
    throw refuseDecision('was approved by the requester', id);
  const known = states.filter((state) => state.id === id);
  const state = known[0];
  if (state === undefined || known.length > 1) throw refuseDecision('names an approver who is not known', id);
  if (!state.active) throw refuseDecision('names an approver who is not active', id);
  const roles = approverRoles(decision.class);
  if (!state.roles.some((role) => roles.includes(role)))
    throw refuseDecision(`names an approver without the role ${roles.join(' or ')}`, id);
}

/** One spelling of an identity, so that case, width and padding make no second person. */
function identityOf(id: string): string {
  return id.normalize('NFKC').trim().toLowerCase();
}
