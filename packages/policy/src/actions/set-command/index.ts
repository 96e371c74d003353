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

const Words = z.array(z.string().max(4096)).max(100).nullable();

/** `null` leaves it to the image. */
const Arguments = z.strictObject({ container: z.string().max(63), command: Words, args: Words });
type Arguments = z.infer<typeof Arguments>;

/** Brings one container back to the command of an earlier revision; no other command is accepted. */
export const action: ActionDefinition<Arguments> = {
  type: 'set-command',
  title: 'Restore a command',
  method: 'patch',
  disruptsPods: true,
  targets: rollingWorkloads,
  arguments: Arguments,
  needs: revisionKinds,
  classify: () => ({ class: 'R3', reasons: ['What a container runs changes.'] }),
  change(object, input, related) {
    const live = requireObject(object);
    const isKnown = revisionsOf(live, related).some((revision) => {
      const container = containerOfRevision(revision, input.container);
      return (
        container !== undefined &&
        wordsOf(container.command) === wordsOf(input.command) &&
        wordsOf(container.args) === wordsOf(input.args)
      );
    });
    if (!isKnown)
      throw targetChanged(
        `No revision of ${live.kind} ${live.metadata.name} ran this command in container ${input.container}.`,
      );
    const { path } = findContainer(live, input.container);
    return patchChange([
      ...setOperations(live, [...path, 'command'], input.command ?? undefined),
      ...setOperations(live, [...path, 'args'], input.args ?? undefined),
    ]);
  },
  undo(before, input) {
    if (before === undefined) return undefined;
    const { container } = findContainer(before, input.container);
    return {
      type: 'set-command',
      arguments: { container: input.container, command: container.command ?? null, args: container.args ?? null },
    };
  },
  describe: (input) => `Run the earlier command of container ${input.container} again.`,
};

function wordsOf(words: readonly string[] | null | undefined): string {
  return JSON.stringify(words ?? null);
}
