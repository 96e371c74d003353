import type { ActionDefinition, LiveObject, Related } from '../action-definition.ts';
import { actions } from '../actions/registry.ts';
import { applyPatch } from './apply-patch.ts';

/** Parses the arguments, changes a copy of the object by the action's patch, and takes it back by the undo it names. */
export function perform<Arguments>(
  action: ActionDefinition<Arguments>,
  object: LiveObject,
  input: unknown,
  related: Related = { objects: [] },
): { readonly after: any; readonly undone: any } {
  const parsed = action.arguments.parse(input);
  const change = action.change(object, parsed, related);
  if (change.method !== 'patch') throw new Error(`not a patch: ${change.method}`);
  const after = applyPatch(object, change.operations);
  const undo = action.undo(object, parsed, related);
  if (undo === undefined) return { after, undone: undefined };
  const definition = actions.find((candidate) => candidate.type === undo.type);
  if (definition === undefined) throw new Error(`no action ${undo.type}`);
  const back = definition.change(after, definition.arguments.parse(undo.arguments), related);
  return { after, undone: back.method === 'patch' ? applyPatch(after, back.operations) : undefined };
}
