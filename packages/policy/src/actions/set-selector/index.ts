import type { JsonValue } from '@auto-ops/contracts';
import { z } from 'zod';
import type { ActionDefinition } from '../../action-definition.ts';
import { readPath } from '../../object/read-path.ts';
import { requireObject } from '../../object/require-object.ts';
import { patchChange } from '../../patch/patch-change.ts';
import { setOperations } from '../../patch/set-operations.ts';

const Arguments = z.strictObject({
  selector: z
    .record(z.string().min(1).max(317), z.string().max(63))
    .refine((selector) => Object.keys(selector).length > 0, 'at least one label'),
});
type Arguments = z.infer<typeof Arguments>;

/** Replaces the selector of a Service. */
export const action: ActionDefinition<Arguments> = {
  type: 'set-selector',
  title: "Correct a Service's selector",
  method: 'patch',
  disruptsPods: false,
  targets: ['v1/Service'],
  arguments: Arguments,
  classify: () => ({ class: 'R3', reasons: ['Traffic goes to other pods.'] }),
  change: (object, input) => patchChange(setOperations(requireObject(object), ['spec', 'selector'], input.selector)),
  undo(before) {
    const selector = readPath(before, 'spec', 'selector');
    return selector === undefined
      ? undefined
      : { type: 'set-selector', arguments: { selector: selector as JsonValue } };
  },
  describe: (input) =>
    `Select the pods with ${Object.entries(input.selector)
      .map(([key, value]) => `${key}=${value}`)
      .join(',')}.`,
};
