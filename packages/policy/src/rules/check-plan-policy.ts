import type { CheckResult, Plan } from '@auto-ops/contracts';
import { checkFreezes } from './check-freezes.ts';
import { checkLimits } from './check-limits.ts';
import { classifyPlan } from './classify-plan.ts';
import type { PlanContext } from './plan-context.ts';

/**
 * Every rule of policy over a plan, each with its result: `policy-class` (not RX, not R4), `policy-freeze`, `policy-breaker`,
 * `policy-limits`. A plan goes on only where none failed.
 */
export function checkPlanPolicy(plan: Plan, context: PlanContext): readonly CheckResult[] {
  const risk = classifyPlan(plan, context);
  const classes = risk.actions.map((action): CheckResult => {
    const isRefused = action.class === 'RX' || action.class === 'R4';
    return {
      name: 'policy-class',
      action: action.id,
      result: isRefused ? 'failed' : 'passed',
      detail: `${action.class}: ${action.reasons.join(' ')}`.slice(0, 4000),
    };
  });
  return [
    ...classes,
    ...checkFreezes(plan, risk, context),
    ...checkBreaker(plan, context),
    ...checkLimits(plan, context),
  ];
}

function checkBreaker(plan: Plan, context: PlanContext): readonly CheckResult[] {
  const name = 'policy-breaker';
  const live = plan.actions.filter((action) => action.target.kind !== 'Repository');
  if (live.length === 0) return [{ name, result: 'passed', detail: 'Nothing live changes.' }];
  const { state, limits } = context;
  if (state.failedVerifications >= limits.failedVerifications)
    return [
      {
        name,
        result: 'failed',
        detail: `${state.failedVerifications} verifications failed in 24 hours; a person has to look first.`,
      },
    ];
  if (state.actionsToday + live.length > limits.actionsPerDay)
    return [
      {
        name,
        result: 'failed',
        detail: `${state.actionsToday} live actions in 24 hours and ${live.length} more; at most ${limits.actionsPerDay}.`,
      },
    ];
  const busy = live.find(
    (action) => (state.recentActions[keyOf(action.target)] ?? 0) >= limits.actionsPerTargetAndHour,
  );
  if (busy !== undefined)
    return [
      {
        name,
        action: busy.id,
        result: 'failed',
        detail: `${keyOf(busy.target)} was changed ${state.recentActions[keyOf(busy.target)]} times within the hour.`,
      },
    ];
  return [{ name, result: 'passed', detail: 'No limit of frequency is reached.' }];
}

function keyOf(target: { readonly namespace?: string | undefined; readonly name: string }): string {
  return `${target.namespace ?? ''}/${target.name}`;
}
