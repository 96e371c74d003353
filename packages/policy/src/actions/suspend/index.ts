import { z } from 'zod';
import type { ActionDefinition } from '../../action-definition.ts';
import { readPath } from '../../object/read-path.ts';
import { requireObject } from '../../object/require-object.ts';
import { patchChange } from '../../patch/patch-change.ts';
import { setOperations } from '../../patch/set-operations.ts';

const Arguments = z.strictObject({});
type Arguments = z.infer<typeof Arguments>;

/** Stops a CronJob from starting new runs; a run in progress goes on. */
export const action: ActionDefinition<Arguments> = {
  type: 'suspend',
  title: 'Suspend a CronJob',
  method: 'patch',
  disruptsPods: false,
  targets: ['batch/v1/CronJob'],
  arguments: Arguments,
  classify: () => ({ class: 'R2', reasons: ['No new run starts; a run in progress goes on.'] }),
  change(object) {
    const live = requireObject(object);
    if ((readPath(live, 'spec', 'suspend') ?? false) === true) return patchChange([]);
    return patchChange(setOperations(live, ['spec', 'suspend'], true));
  },
  undo: (before) =>
    (readPath(before, 'spec', 'suspend') ?? false) === true ? undefined : { type: 'resume', arguments: {} },
  describe: () => 'Start no new runs of the CronJob.',
};
