import { type ApproverState, Decision, type Proposal } from '@auto-ops/contracts';
import { verifyDecision } from '@auto-ops/policy';
import { nodeCryptography, type RunApi } from '@auto-ops/runtime';
import type { StepCall } from '@auto-ops/workspace';
import type { Config } from '../config.ts';
import { readPublicKeys } from './read-public-keys.ts';

/** Verifies what lies there as the decision, looking its approvers up now; throws DECISION_INVALID or ACTION_FORBIDDEN with the reason. */
export async function verifiedDecision(
  call: StepCall<Config>,
  api: RunApi,
  proposal: Proposal,
  decision: unknown,
  now: string,
): Promise<Decision> {
  const publicKeys = readPublicKeys(call.config.decisionPublicKeys);
  const named = Decision.safeParse(decision).data?.approvers.filter((approver) => approver.channel !== 'policy') ?? [];
  const approvers: ApproverState[] = [];
  for (const id of new Set(named.map((approver) => approver.id))) {
    const state = await api.approver(id);
    if (state !== undefined) approvers.push(state);
  }
  return verifyDecision({ decision, proposal, publicKeys, approvers, now, cryptography: nodeCryptography });
}
