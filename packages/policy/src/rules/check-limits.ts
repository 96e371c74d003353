import { type Action, AutoOpsError, type CheckResult, type Plan } from '@auto-ops/contracts';
import { z } from 'zod';
import type { LiveObject } from '../action-definition.ts';
import { findContainer } from '../object/find-container.ts';
import { parseQuantity } from '../object/parse-quantity.ts';
import { readPath } from '../object/read-path.ts';
import type { PlanContext } from './plan-context.ts';

const Quantities = z.record(z.string(), z.string().nullable());

/** Whether every quantity stays within policy's factor of its present value; not run where the target is not known. */
export function checkLimits(plan: Plan, context: PlanContext): readonly CheckResult[] {
  const name = 'policy-limits';
  const results = plan.actions.flatMap((action): CheckResult[] => {
    if (action.type !== 'set-resources' && action.type !== 'expand-claim') return [];
    const object = context.targets[action.id]?.object;
    if (object === undefined)
      return [{ name, action: action.id, result: 'not-run', detail: 'The target is not known.' }];
    const excess = raisedTooFar(action, object, context.limits.resourceFactor);
    return [
      excess === undefined
        ? {
            name,
            action: action.id,
            result: 'passed',
            detail: `Within ${context.limits.resourceFactor} times the present values.`,
          }
        : { name, action: action.id, result: 'failed', detail: excess },
    ];
  });
  return results.length > 0 ? results : [{ name, result: 'passed', detail: 'No quantity changes.' }];
}

function raisedTooFar(action: Action, object: LiveObject, factor: number): string | undefined {
  for (const { label, before, after } of changesOf(action, object)) {
    if (before === undefined || after === undefined) continue;
    const [present, wanted] = [parseQuantity(before), parseQuantity(after)];
    if (present === undefined || wanted === undefined)
      return `The ${label} cannot be compared: ${before} and ${after}.`;
    if (wanted > present * factor) return `The ${label} rises from ${before} to ${after}, more than ${factor} times.`;
  }
  return undefined;
}

function changesOf(
  action: Action,
  object: LiveObject,
): { label: string; before: string | undefined; after: string | undefined }[] {
  if (action.type === 'expand-claim') {
    const before = quantityText(readPath(object, 'spec', 'resources', 'requests', 'storage'));
    return [{ label: 'storage request', before, after: quantityText(action.arguments.storage) }];
  }
  try {
    const { container } = findContainer(object, String(action.arguments.container));
    return (['requests', 'limits'] as const).flatMap((list) =>
      Object.entries(Quantities.safeParse(action.arguments[list] ?? {}).data ?? {}).map(([resource, after]) => ({
        label: `${resource} ${list.slice(0, -1)}`,
        before: quantityText(readPath(container.resources, list, resource)),
        after: after ?? undefined,
      })),
    );
  } catch (error) {
    if (error instanceof AutoOpsError) return [];
    throw error;
  }
}

function quantityText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
