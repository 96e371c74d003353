import { z } from 'zod';
import type { ActionDefinition } from '../../action-definition.ts';
import { parseQuantity } from '../../object/parse-quantity.ts';
import { readPath } from '../../object/read-path.ts';
import { requireObject } from '../../object/require-object.ts';
import { targetChanged } from '../../object/target-changed.ts';
import { patchChange } from '../../patch/patch-change.ts';
import { setOperations } from '../../patch/set-operations.ts';

const Arguments = z.strictObject({
  storage: z.string().refine((text) => (parseQuantity(text) ?? 0) > 0, 'a quantity such as 20Gi'),
});
type Arguments = z.infer<typeof Arguments>;

/** Asks for a larger volume; a claim never shrinks again. */
export const action: ActionDefinition<Arguments> = {
  type: 'expand-claim',
  title: 'Expand a claim',
  method: 'patch',
  disruptsPods: false,
  targets: ['v1/PersistentVolumeClaim'],
  arguments: Arguments,
  classify: () => ({ class: 'R3', reasons: ['A claim cannot shrink again.'] }),
  change(object, input) {
    const live = requireObject(object);
    const keys = ['spec', 'resources', 'requests', 'storage'];
    const present = parseQuantity(String(readPath(live, ...keys) ?? ''));
    const wanted = parseQuantity(input.storage);
    if (present === undefined || wanted === undefined || wanted < present)
      throw targetChanged(
        `Claim ${live.metadata.name} asks for ${String(readPath(live, ...keys))}, which is more than ${input.storage}.`,
      );
    return patchChange(wanted === present ? [] : setOperations(live, keys, input.storage));
  },
  undo: () => undefined,
  quantities(before, input) {
    const present = readPath(before, 'spec', 'resources', 'requests', 'storage');
    return [
      { label: 'storage request', before: present === undefined ? undefined : String(present), after: input.storage },
    ];
  },
  describe: (input) => `Expand the claim to ${input.storage}.`,
};
