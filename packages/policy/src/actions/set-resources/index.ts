import type { JsonValue } from '@auto-ops/contracts';
import { z } from 'zod';
import type { ActionDefinition } from '../../action-definition.ts';
import { findContainer } from '../../object/find-container.ts';
import { parseQuantity } from '../../object/parse-quantity.ts';
import { readPath } from '../../object/read-path.ts';
import { requireObject } from '../../object/require-object.ts';
import { rollingWorkloads } from '../../object/rolling-workloads.ts';
import { patchChange } from '../../patch/patch-change.ts';
import { setOperations } from '../../patch/set-operations.ts';

const Quantity = z
  .string()
  .max(32)
  .refine((text) => (parseQuantity(text) ?? -1) >= 0, 'a quantity such as 250m or 512Mi')
  .nullable();
const Quantities = z.strictObject({ cpu: Quantity.optional(), memory: Quantity.optional() });

/** `null` removes an entry; what is not named stays. */
const Arguments = z
  .strictObject({ container: z.string().max(63), requests: Quantities.optional(), limits: Quantities.optional() })
  .refine((input) => Object.keys({ ...input.requests, ...input.limits }).length > 0, 'at least one quantity');
type Arguments = z.infer<typeof Arguments>;

const lists = ['requests', 'limits'] as const;

/** Changes requests and limits of one container; how far a value may rise is a limit of policy. */
export const action: ActionDefinition<Arguments> = {
  type: 'set-resources',
  title: 'Change requests or limits',
  method: 'patch',
  disruptsPods: true,
  targets: [...rollingWorkloads, 'batch/v1/CronJob'],
  arguments: Arguments,
  classify: () => ({ class: 'R3', reasons: ['Limits change.'] }),
  change(object, input) {
    const live = requireObject(object);
    const { path, container } = findContainer(live, input.container);
    return patchChange(setOperations(live, [...path, 'resources'], merge(container.resources ?? {}, input)));
  },
  undo(before, input) {
    if (before === undefined) return undefined;
    const { container } = findContainer(before, input.container);
    const earlier = (list: 'requests' | 'limits') =>
      Object.fromEntries(
        Object.keys(input[list] ?? {}).map((resource) => [
          resource,
          quantityText(readPath(container.resources, list, resource)),
        ]),
      );
    return {
      type: 'set-resources',
      arguments: {
        container: input.container,
        ...(input.requests === undefined ? {} : { requests: earlier('requests') }),
        ...(input.limits === undefined ? {} : { limits: earlier('limits') }),
      },
    };
  },
  quantities(before, input) {
    const { container } = findContainer(before, input.container);
    return lists.flatMap((list) =>
      Object.entries(input[list] ?? {}).map(([resource, after]) => ({
        label: `${resource} ${list.slice(0, -1)}`,
        before: quantityText(readPath(container.resources, list, resource)) ?? undefined,
        after: after ?? undefined,
      })),
    );
  },
  describe(input) {
    const parts = lists.flatMap((list) =>
      Object.entries(input[list] ?? {}).map(
        ([resource, value]) => `${resource} ${list.slice(0, -1)} to ${value ?? 'none'}`,
      ),
    );
    return `Set the ${parts.join(' and the ')} of container ${input.container}.`;
  },
};

function quantityText(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** The present requests and limits with the wanted ones in their place; `null` leaves an entry out. */
function merge(present: Readonly<Record<string, unknown>>, input: Arguments): JsonValue {
  const merged: Record<string, JsonValue> = { ...(present as Record<string, JsonValue>) };
  for (const list of lists) {
    const entries: Record<string, JsonValue> = { ...(present[list] as Record<string, JsonValue> | undefined) };
    for (const [resource, value] of Object.entries(input[list] ?? {})) {
      if (value === null || value === undefined) delete entries[resource];
      else entries[resource] = value;
    }
    if (Object.keys(entries).length > 0) merged[list] = entries;
    else delete merged[list];
  }
  return merged;
}
