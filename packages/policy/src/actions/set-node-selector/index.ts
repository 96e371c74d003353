import { z } from 'zod';
import type { ActionDefinition } from '../../action-definition.ts';
import { findPodTemplate } from '../../object/find-pod-template.ts';
import { readPath } from '../../object/read-path.ts';
import { requireObject } from '../../object/require-object.ts';
import { rollingWorkloads } from '../../object/rolling-workloads.ts';
import { patchChange } from '../../patch/patch-change.ts';
import { setOperations } from '../../patch/set-operations.ts';

/** `null` removes the label from the selector. */
const Arguments = z.strictObject({ key: z.string().min(1).max(317), value: z.string().max(63).nullable() });
type Arguments = z.infer<typeof Arguments>;

/** Changes or removes one label of a workload's node selector. */
export const action: ActionDefinition<Arguments> = {
  type: 'set-node-selector',
  title: 'Change a node selector',
  method: 'patch',
  disruptsPods: true,
  targets: [...rollingWorkloads, 'batch/v1/CronJob'],
  arguments: Arguments,
  classify: () => ({ class: 'R3', reasons: ['Pods may run on other nodes.'] }),
  change(object, input) {
    const live = requireObject(object);
    const { path } = findPodTemplate(live);
    return patchChange(setOperations(live, [...path, 'spec', 'nodeSelector', input.key], input.value ?? undefined));
  },
  undo(before, input) {
    if (before === undefined) return undefined;
    const { path } = findPodTemplate(before);
    const value = readPath(before, ...path, 'spec', 'nodeSelector', input.key);
    return {
      type: 'set-node-selector',
      arguments: { key: input.key, value: typeof value === 'string' ? value : null },
    };
  },
  describe: (input) =>
    input.value === null
      ? `Stop asking for a node with the label ${input.key}.`
      : `Ask for nodes with ${input.key}=${input.value}.`,
};
