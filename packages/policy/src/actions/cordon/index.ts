import { z } from 'zod';
import type { ActionDefinition } from '../../action-definition.ts';
import { readPath } from '../../object/read-path.ts';
import { requireObject } from '../../object/require-object.ts';
import { patchChange } from '../../patch/patch-change.ts';
import { setOperations } from '../../patch/set-operations.ts';

const Arguments = z.strictObject({});
type Arguments = z.infer<typeof Arguments>;

/** Keeps new pods off a node; what runs there stays. */
export const action: ActionDefinition<Arguments> = {
  type: 'cordon',
  title: 'Cordon a node',
  method: 'patch',
  disruptsPods: false,
  targets: ['v1/Node'],
  arguments: Arguments,
  classify: () => ({ class: 'R2', reasons: ['The node takes no new pods; nothing stops.'] }),
  change(object) {
    const live = requireObject(object);
    if ((readPath(live, 'spec', 'unschedulable') ?? false) === true) return patchChange([]);
    return patchChange(setOperations(live, ['spec', 'unschedulable'], true));
  },
  undo: (before) =>
    (readPath(before, 'spec', 'unschedulable') ?? false) === true ? undefined : { type: 'uncordon', arguments: {} },
  describe: () => 'Take no new pods on the node.',
};
