import type { CheckResult, Plan } from '@auto-ops/contracts';
import type { PlanRisk } from './classify-plan.ts';
import { compareClasses } from './compare-classes.ts';
import type { PlanContext } from './plan-context.ts';

/** Whether a freeze covers an action: everything, its namespace, or its class and above. */
export function checkFreezes(plan: Plan, risk: PlanRisk, context: PlanContext): readonly CheckResult[] {
  const name = 'policy-freeze';
  const frozen = plan.actions.flatMap((action): CheckResult[] => {
    const actionClass = risk.actions.find((entry) => entry.id === action.id)?.class ?? 'RX';
    return context.state.freezes
      .filter((freeze) => freeze.namespace === undefined || freeze.namespace === action.target.namespace)
      .filter((freeze) => freeze.class === undefined || compareClasses(actionClass, freeze.class) >= 0)
      .map((freeze) => ({
        name,
        action: action.id,
        result: 'failed',
        detail: `Freeze ${freeze.id}: ${freeze.reason}`.slice(0, 4000),
      }));
  });
  return frozen.length > 0 ? frozen : [{ name, result: 'passed', detail: 'No freeze applies.' }];
}
