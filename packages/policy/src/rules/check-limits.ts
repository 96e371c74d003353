import { type Action, AutoOpsError, type CheckResult, type Plan } from '@auto-ops/contracts';
import type { LiveObject, QuantityChange } from '../action-definition.ts';
import { parseQuantity } from '../object/parse-quantity.ts';
import { parseAction } from '../plan/parse-action.ts';
import type { PlanContext } from './plan-context.ts';

/** Whether every quantity stays within policy's factor of its present value; not run where the target is not known. */
export function checkLimits(plan: Plan, context: PlanContext): readonly CheckResult[] {
  const name = 'policy-limits';
  const results = plan.actions.flatMap((action): CheckResult[] => {
    const quantities = quantitiesOf(action);
    if (quantities === undefined) return [];
    const object = context.targets[action.id]?.object;
    if (object === undefined)
      return [{ name, action: action.id, result: 'not-run', detail: 'The target is not known.' }];
    const { resourceFactor } = context.limits;
    const excess = raisedTooFar(quantities(object), resourceFactor);
    return [
      excess === undefined
        ? { name, action: action.id, result: 'passed', detail: `Within ${resourceFactor} times the present values.` }
        : { name, action: action.id, result: 'failed', detail: excess },
    ];
  });
  return results.length > 0 ? results : [{ name, result: 'passed', detail: 'No quantity changes.' }];
}

/** How the quantities of an action are read from its target; `undefined` where it changes none or is no action at all. */
function quantitiesOf(action: Action): ((object: LiveObject) => readonly QuantityChange[]) | undefined {
  try {
    const { definition, input } = parseAction(action);
    if (definition.quantities === undefined) return undefined;
    return (object) => definition.quantities?.(object, input) ?? [];
  } catch (error) {
    // Another check says that it is no action.
    if (error instanceof AutoOpsError) return undefined;
    throw error;
  }
}

function raisedTooFar(changes: readonly QuantityChange[], factor: number): string | undefined {
  for (const { label, before, after } of changes) {
    if (before === undefined || after === undefined) continue;
    const [present, wanted] = [parseQuantity(before), parseQuantity(after)];
    if (present === undefined || wanted === undefined)
      return `The ${label} cannot be compared: ${before} and ${after}.`;
    if (wanted > present * factor) return `The ${label} rises from ${before} to ${after}, more than ${factor} times.`;
  }
  return undefined;
}
