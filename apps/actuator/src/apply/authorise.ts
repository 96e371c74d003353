import { AutoOpsError, Decision, type Proposal } from '@auto-ops/contracts';
import { checkPlanPolicy, classifyPlan, compareClasses } from '@auto-ops/policy';
import type { RunApi } from '@auto-ops/runtime';
import type { StepCall } from '@auto-ops/workspace';
import type { Cluster } from '../cluster/cluster.ts';
import { type LoadedTarget, loadTarget } from '../cluster/load-target.ts';
import type { Config } from '../config.ts';
import { verifiedDecision } from '../decide/verified-decision.ts';
import { policyContext } from '../policy-context.ts';
import { runName } from '../run-name.ts';

/** What the right to act is judged by. `startedAt` is set where acting began already: a plan that was begun in time is finished. */
export interface Authorisation {
  readonly call: StepCall<Config>;
  readonly api: RunApi;
  readonly cluster: Cluster | undefined;
  readonly proposal: Proposal;
  readonly now: string;
  readonly startedAt: string | undefined;
}

/**
 * Proves once more, at the moment of acting, that this plan may be carried out: the decision, its approvers, the class by the present
 * state of the targets, freezes and limits. Throws DECISION_INVALID, FREEZE_ACTIVE (75) or ACTION_FORBIDDEN.
 */
export async function authorise({ call, api, cluster, proposal, now, startedAt }: Authorisation): Promise<void> {
  // A proposal of another run, decision and all, was approved for another state of the world.
  if (proposal.run !== runName(call) || proposal.incident !== call.incident.id) {
    throw new AutoOpsError('DECISION_INVALID', `The proposal is of run ${proposal.run}, not of ${runName(call)}`);
  }
  const stored = call.workspace.read(Decision, 'decide/decision.json');
  const decision = await verifiedDecision(call, api, proposal, stored, startedAt ?? now);
  if (decision.verdict !== 'approved') {
    throw new AutoOpsError(
      'DECISION_INVALID',
      `The decision says ${decision.verdict}; only an approved plan is carried out`,
    );
  }
  if (startedAt !== undefined) return;

  const targets: Record<string, LoadedTarget> = {};
  for (const action of proposal.plan.actions) {
    if (action.target.kind !== 'Repository' && cluster !== undefined)
      targets[action.id] = await loadTarget(cluster, action);
  }
  const context = policyContext(call, proposal.plan, await api.policyState(), targets, now);
  const risk = classifyPlan(proposal.plan, context);
  const people = new Set(decision.approvers.filter((one) => one.channel !== 'policy').map((one) => one.id)).size;
  if (compareClasses(risk.class, decision.class) > 0 || risk.approvals > people) {
    throw new AutoOpsError(
      'DECISION_INVALID',
      `The risk rose since it was approved: ${decision.class} by ${people}, now ${risk.class} by ${risk.approvals}`,
    );
  }
  const problems = checkPlanPolicy(proposal.plan, context).filter((check) => check.result === 'failed');
  const freezes = problems.filter((check) => check.name === 'policy-freeze');
  const rest = problems.filter((check) => check.name !== 'policy-freeze');
  if (rest.length > 0) throw new AutoOpsError('ACTION_FORBIDDEN', rest.map((check) => check.detail).join('; '));
  if (freezes.length > 0) throw new AutoOpsError('FREEZE_ACTIVE', freezes.map((check) => check.detail).join('; '));
}
