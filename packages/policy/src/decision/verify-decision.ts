import { type ApproverState, AutoOpsError, type Cryptography, Decision, type Proposal } from '@auto-ops/contracts';
import { planHash } from '../plan/plan-hash.ts';
import { lifetimeMinutes } from '../rules/lifetime-minutes.ts';
import { checkApprovers } from './check-approvers.ts';
import { decisionText } from './decision-text.ts';
import { refuseDecision } from './refuse-decision.ts';

/** How far the clocks of signer and verifier may differ, in seconds; never granted at the end of a decision's life. */
const skewSeconds = 30;

/** What a decision is verified against. */
export interface DecisionQuestion {
  /** As it came in; its form is checked here. */
  readonly decision: unknown;
  readonly proposal: Proposal;
  /** Ed25519 public keys in PEM by key id. */
  readonly publicKeys: Readonly<Record<string, string>>;
  /** Each approver as looked up now, not as the decision says. */
  readonly approvers: readonly ApproverState[];
  /** RFC 3339. */
  readonly now: string;
  readonly cryptography: Cryptography;
}

/**
 * Proves that a decision is about exactly this proposal, signed by a known key, and, where it approves, in time and by enough
 * people who may. Returns it; throws `DECISION_INVALID` with the reason.
 */
export function verifyDecision(question: DecisionQuestion): Decision {
  const { proposal, cryptography } = question;
  const parsed = Decision.safeParse(question.decision);
  if (!parsed.success)
    throw refuseDecision('is not a decision', parsed.error.issues.map((issue) => issue.path.join('.')).join(', '));
  const decision = parsed.data;
  checkBinding(decision, proposal, cryptography);
  checkSignature(decision, question);
  if (decision.verdict === 'approved') {
    checkTimes(decision, proposal, question.now);
    checkApprovers(decision, proposal, question.approvers);
  }
  return decision;
}

function checkBinding(decision: Decision, proposal: Proposal, cryptography: Cryptography): void {
  const present = planHash(proposal.plan, cryptography);
  if (proposal.planHash !== present) throw refuseDecision('is for a proposal whose plan was altered', present);
  for (const field of ['incident', 'run', 'planHash', 'class'] as const) {
    if (decision[field] !== proposal[field])
      throw refuseDecision(`is for another ${field}`, `${decision[field]}, not ${proposal[field]}`);
  }
  if (decision.verdict === 'approved' && (decision.class === 'RX' || decision.class === 'R4'))
    throw new AutoOpsError(
      'ACTION_FORBIDDEN',
      `Decision ${decision.id} approves a plan of class ${decision.class}, which is not done.`,
    );
}

function checkSignature(decision: Decision, question: DecisionQuestion): void {
  const key = Object.hasOwn(question.publicKeys, decision.keyId) ? question.publicKeys[decision.keyId] : undefined;
  if (key === undefined) throw refuseDecision('is signed by an unknown key', decision.keyId);
  if (!key.includes('-----BEGIN PUBLIC KEY-----'))
    throw new AutoOpsError('CONFIGURATION_INVALID', `The key ${decision.keyId} is not a public key in PEM.`);
  if (!question.cryptography.verifyEd25519(key, decisionText(decision), decision.signature))
    throw refuseDecision('has a wrong signature', decision.keyId);
}

function checkTimes(decision: Decision, proposal: Proposal, now: string): void {
  const [issued, expires, present] = [Date.parse(decision.issuedAt), Date.parse(decision.expiresAt), Date.parse(now)];
  if (issued > present + skewSeconds * 1000) throw refuseDecision('was issued in the future', decision.issuedAt);
  if (expires <= present) throw refuseDecision('has expired', decision.expiresAt);
  if (expires > issued + lifetimeMinutes(decision.class) * 60_000)
    throw refuseDecision(
      `lives longer than the ${lifetimeMinutes(decision.class)} minutes of ${decision.class}`,
      decision.expiresAt,
    );
  if (issued < Date.parse(proposal.createdAt) - skewSeconds * 1000)
    throw refuseDecision('is older than the proposal', decision.issuedAt);
  if (issued >= Date.parse(proposal.expiresAt))
    throw refuseDecision('came after the proposal expired', decision.issuedAt);
}
