import { z } from 'zod';
import type { ActionDefinition } from '../../action-definition.ts';
import { readPath } from '../../object/read-path.ts';
import { requireObject } from '../../object/require-object.ts';
import { patchChange } from '../../patch/patch-change.ts';
import { setOperations } from '../../patch/set-operations.ts';

const Arguments = z.strictObject({ replicas: z.int().min(0).max(1000) });
type Arguments = z.infer<typeof Arguments>;

/** Sets the number of replicas. */
export const action: ActionDefinition<Arguments> = {
  type: 'scale',
  title: 'Scale',
  method: 'patch',
  disruptsPods: false,
  targets: ['apps/v1/Deployment', 'apps/v1/StatefulSet'],
  arguments: Arguments,
  classify(object, input) {
    const present = readPath(object, 'spec', 'replicas') ?? (object === undefined ? undefined : 1);
    if (typeof present !== 'number') return { class: 'R3', reasons: ['The present number of replicas is not known.'] };
    if (input.replicas < present)
      return { class: 'R3', reasons: [`Capacity falls from ${present} to ${input.replicas} replicas.`] };
    // From zero there is no double; two replicas are the least that serves through a restart.
    const most = Math.max(2 * present, 2);
    if (input.replicas > most)
      return { class: 'R3', reasons: [`More than ${most} replicas, twice the present ${present}.`] };
    return { class: 'R2', reasons: [`Up from ${present} to ${input.replicas} replicas.`] };
  },
  change(object, input) {
    return patchChange(setOperations(requireObject(object), ['spec', 'replicas'], input.replicas));
  },
  undo(before) {
    const replicas = readPath(before, 'spec', 'replicas');
    return typeof replicas === 'number' ? { type: 'scale', arguments: { replicas } } : undefined;
  },
  describe: (input) => `Scale to ${input.replicas} replicas.`,
};
