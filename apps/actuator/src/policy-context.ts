import { AutoOpsError, type Plan, type PolicyState } from '@auto-ops/contracts';
import { type PlanContext, PolicyLimits } from '@auto-ops/policy';
import { latestAnalysis, type StepCall } from '@auto-ops/workspace';
import type { LoadedTarget } from './cluster/load-target.ts';
import type { Config } from './config.ts';

const nothing: PolicyState = { freezes: [], recentActions: {}, actionsToday: 0, failedVerifications: 0 };

/** What policy judges a plan by. Throws CONFIGURATION_INVALID where the limits are not what they must be. */
export function policyContext(
  call: StepCall<Config>,
  plan: Plan,
  state: PolicyState | undefined,
  targets: Readonly<Record<string, LoadedTarget>>,
  now: string,
): PlanContext {
  const causes = latestAnalysis(call.workspace).causes;
  const cause = causes.find(
    (one) => one.code === plan.cause?.code && JSON.stringify(one.subject) === JSON.stringify(plan.cause?.subject),
  );
  return {
    now,
    severity: call.incident.severity,
    state: state ?? nothing,
    limits: limitsOf(call.config),
    targets,
    confidence: (cause ?? causes[0])?.confidence,
  };
}

function limitsOf(config: Config): PolicyLimits {
  try {
    return PolicyLimits.parse(JSON.parse(config.policyLimits));
  } catch (cause) {
    throw new AutoOpsError('CONFIGURATION_INVALID', 'AUTO_OPS_POLICY_LIMITS is not a JSON object of known limits', {
      cause,
      hint: `Known limits: ${Object.keys(PolicyLimits.shape).join(', ')}.`,
    });
  }
}
