import { type Action, Edit, type Plan } from '@auto-ops/contracts';
import { z } from 'zod';

/** The edits of a plan's repository actions, each with its action; what cannot be read as edits is left to the catalogue check. */
export function editsOf(plan: Plan): readonly { readonly action: Action; readonly edits: readonly Edit[] }[] {
  return plan.actions
    .filter((action) => action.type === 'edit-source')
    .map((action) => ({ action, edits: z.array(Edit).safeParse(action.arguments.edits).data ?? [] }));
}
