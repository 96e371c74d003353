import { z } from 'zod';
import type { ActionDefinition } from '../../action-definition.ts';
import { readPath } from '../../object/read-path.ts';
import { requireObject } from '../../object/require-object.ts';
import { patchChange } from '../../patch/patch-change.ts';
import { setOperations } from '../../patch/set-operations.ts';

const Arguments = z.strictObject({});
type Arguments = z.infer<typeof Arguments>;

/** Lets a node take new pods again. */
export const action: ActionDefinition<Arguments> = {
  type: 'uncordon',
  title: 'Uncordon a node',
  method: 'patch',
  disruptsPods: false,
  targets: ['v1/Node'],
  arguments: Arguments,
  classify: () => ({ class: 'R2', reasons: ['The node takes new pods again.'] }),
  change(object) {
    const live = requireObject(object);
    if ((readPath(live, 'spec', 'unschedulable') ?? false) === false) return patchChange([]);
    return patchChange(setOperations(live, ['spec', 'unschedulable'], false));
  },
  undo: (before) =>
    (readPath(before, 'spec', 'unschedulable') ?? false) === false ? undefined : { type: 'cordon', arguments: {} },
  describe: () => 'Take new pods on the node again.',
};
