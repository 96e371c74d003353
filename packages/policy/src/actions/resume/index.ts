import { z } from 'zod';
import type { ActionDefinition } from '../../action-definition.ts';
import { readPath } from '../../object/read-path.ts';
import { requireObject } from '../../object/require-object.ts';
import { patchChange } from '../../patch/patch-change.ts';
import { setOperations } from '../../patch/set-operations.ts';

const Arguments = z.strictObject({});
type Arguments = z.infer<typeof Arguments>;

/** Lets a suspended CronJob start runs again. */
export const action: ActionDefinition<Arguments> = {
  type: 'resume',
  title: 'Resume a CronJob',
  method: 'patch',
  disruptsPods: false,
  targets: ['batch/v1/CronJob'],
  arguments: Arguments,
  classify: () => ({ class: 'R2', reasons: ['Runs start again on schedule.'] }),
  change(object) {
    const live = requireObject(object);
    if ((readPath(live, 'spec', 'suspend') ?? false) === false) return patchChange([]);
    return patchChange(setOperations(live, ['spec', 'suspend'], false));
  },
  undo: (before) =>
    (readPath(before, 'spec', 'suspend') ?? false) === false ? undefined : { type: 'suspend', arguments: {} },
  describe: () => 'Start runs of the CronJob again.',
};
