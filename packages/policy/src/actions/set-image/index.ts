import { z } from 'zod';
import type { ActionDefinition } from '../../action-definition.ts';
import { containerOfRevision } from '../../object/container-of-revision.ts';
import { findContainer } from '../../object/find-container.ts';
import { requireObject } from '../../object/require-object.ts';
import { revisionKinds } from '../../object/revision-kinds.ts';
import { revisionsOf } from '../../object/revisions-of.ts';
import { rollingWorkloads } from '../../object/rolling-workloads.ts';
import { targetChanged } from '../../object/target-changed.ts';
import { patchChange } from '../../patch/patch-change.ts';
import { setOperations } from '../../patch/set-operations.ts';

const Arguments = z.strictObject({ container: z.string().max(63), image: z.string().min(1).max(512) });
type Arguments = z.infer<typeof Arguments>;

/** Brings one container back to an image that an earlier revision of the same workload ran; no other image is accepted. */
export const action: ActionDefinition<Arguments> = {
  type: 'set-image',
  title: 'Restore an image',
  method: 'patch',
  disruptsPods: true,
  targets: rollingWorkloads,
  arguments: Arguments,
  needs: revisionKinds,
  classify(object) {
    if (object?.kind === 'StatefulSet')
      return { class: 'R3', reasons: ['An older program may not read what the newer one stored.'] };
    return { class: 'R2', reasons: ['An image of an earlier revision of the same workload.'] };
  },
  change(object, input, related) {
    const live = requireObject(object);
    const isKnown = revisionsOf(live, related).some(
      (revision) => containerOfRevision(revision, input.container)?.image === input.image,
    );
    if (!isKnown)
      throw targetChanged(
        `No revision of ${live.kind} ${live.metadata.name} ran ${input.image} in container ${input.container}.`,
      );
    const { path } = findContainer(live, input.container);
    return patchChange(setOperations(live, [...path, 'image'], input.image));
  },
  undo(before, input) {
    const image = before === undefined ? undefined : findContainer(before, input.container).container.image;
    return image === undefined ? undefined : { type: 'set-image', arguments: { container: input.container, image } };
  },
  describe: (input) => `Set the image of container ${input.container} back to ${input.image}.`,
};
