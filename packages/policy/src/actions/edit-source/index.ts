import { Edit } from '@auto-ops/contracts';
import { z } from 'zod';
import type { ActionDefinition } from '../../action-definition.ts';

const Arguments = z.strictObject({ edits: z.array(Edit).min(1).max(20) });
type Arguments = z.infer<typeof Arguments>;

/** Edits files of a repository on a branch of our own; nothing runs differently until a person merges it. */
export const action: ActionDefinition<Arguments> = {
  type: 'edit-source',
  title: 'Edit the source',
  method: 'edit',
  disruptsPods: false,
  targets: ['auto-ops.dev/v1/Repository'],
  arguments: Arguments,
  classify: () => ({ class: 'R2', reasons: ['Files of a repository change on a branch of their own.'] }),
  change: (_object, input) => ({ method: 'edit', edits: input.edits }),
  undo(_before, input) {
    // Only where each new text can be found again; git takes back the rest.
    const edits = input.edits
      .toReversed()
      .map((edit) => ({ path: edit.path, oldText: edit.newText, newText: edit.oldText ?? '' }));
    const isReversible = input.edits.every((edit) => edit.oldText !== undefined && edit.newText !== '');
    return isReversible ? { type: 'edit-source', arguments: { edits } } : undefined;
  },
  describe(input) {
    const files = [...new Set(input.edits.map((edit) => edit.path))];
    return `Edit ${files.join(', ')}.`;
  },
};
