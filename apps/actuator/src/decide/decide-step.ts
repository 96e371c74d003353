import { AutoOpsError, Decision, Proposal, type StepOutputs } from '@auto-ops/contracts';
import type { RunApi } from '@auto-ops/runtime';
import type { StepCall, StepProgram } from '@auto-ops/workspace';
import type { Config } from '../config.ts';
import { requireRunApi } from '../require-run-api.ts';
import { runName } from '../run-name.ts';
import type { Surroundings } from '../surroundings.ts';
import { activeFreezes } from './active-freezes.ts';
import { verifiedDecision } from './verified-decision.ts';

/**
 * The step `decide`: the signed Decision, fetched and verified. Being woken is not an approval: without a decision that counts it
 * answers DECISION_MISSING (75) until one comes or the proposal has expired.
 */
export function decideStep(surroundings: Surroundings): StepProgram<Config> {
  return {
    async run(call) {
      const api = requireRunApi(call, surroundings);
      const proposal = call.workspace.read(Proposal, 'propose/proposal.json');
      const hasExpired = Date.parse(surroundings.now()) >= Date.parse(proposal.expiresAt);
      try {
        return await decide(call, api, proposal, surroundings.now());
      } catch (error) {
        const isWaiting = error instanceof AutoOpsError && ['DECISION_MISSING', 'FREEZE_ACTIVE'].includes(error.code);
        if (!isWaiting || !hasExpired) throw error;
        call.logger.warn({ code: error.code, expiredAt: proposal.expiresAt }, `the proposal expired: ${error.message}`);
        return { verdict: 'expired', next: 'report' };
      }
    },
  };
}

async function decide(call: StepCall<Config>, api: RunApi, proposal: Proposal, now: string): Promise<StepOutputs> {
  const raw = await api.decision(runName(call));
  if (raw === undefined) {
    throw new AutoOpsError('DECISION_MISSING', `Nobody has decided about plan ${proposal.planHash.slice(0, 12)} yet`);
  }
  const decision = await verifiedDecision(call, api, proposal, raw, now).catch((cause: unknown) => {
    if (!(cause instanceof AutoOpsError) || !['DECISION_INVALID', 'ACTION_FORBIDDEN'].includes(cause.code)) throw cause;
    throw new AutoOpsError('DECISION_MISSING', `A decision lies there and counts as none: ${cause.message}`, { cause });
  });
  if (decision.verdict === 'approved') {
    const freezes = activeFreezes(proposal, (await api.policyState()).freezes);
    if (freezes.length > 0) throw new AutoOpsError('FREEZE_ACTIVE', freezes.join('; '));
  }
  call.workspace.write(Decision, `${call.folder}/decision.json`, decision);
  return { verdict: decision.verdict, next: decision.verdict === 'approved' ? 'apply' : 'report' };
}
