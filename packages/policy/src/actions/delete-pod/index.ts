import { z } from 'zod';
import type { ActionDefinition } from '../../action-definition.ts';
import { readPath } from '../../object/read-path.ts';
import { requireObject } from '../../object/require-object.ts';
import { targetChanged } from '../../object/target-changed.ts';

const Arguments = z.strictObject({});
type Arguments = z.infer<typeof Arguments>;

/** Deletes one pod whose controller makes a new one. */
export const action: ActionDefinition<Arguments> = {
  type: 'delete-pod',
  title: 'Delete a pod',
  method: 'delete',
  disruptsPods: true,
  targets: ['v1/Pod'],
  arguments: Arguments,
  classify(object) {
    const controller = controllerOf(object);
    if (controller === undefined) return { class: 'R4', reasons: ['No controller makes the pod again.'] };
    if (controller === 'StatefulSet') return { class: 'R3', reasons: ['A member of a StatefulSet stops.'] };
    return { class: 'R2', reasons: [`Its ${controller} makes the pod again.`] };
  },
  change(object) {
    const live = requireObject(object);
    if (controllerOf(live) === undefined)
      throw targetChanged(`Pod ${live.metadata.name} has no controller that makes it again.`);
    return { method: 'delete' };
  },
  undo: () => undefined,
  describe: () => 'Delete the pod; its controller makes a new one.',
};

function controllerOf(pod: unknown): string | undefined {
  const owners = readPath(pod, 'metadata', 'ownerReferences');
  if (!Array.isArray(owners)) return undefined;
  const controller: unknown = owners.find((owner: unknown) => readPath(owner, 'controller') === true);
  const kind = readPath(controller, 'kind');
  return typeof kind === 'string' ? kind : undefined;
}
