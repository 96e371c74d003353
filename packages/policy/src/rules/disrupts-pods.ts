import { actions } from '../actions/registry.ts';

/** Whether an action of this type stops running pods of its target; one that is not in the catalogue might. */
export function disruptsPods(type: string): boolean {
  return actions.find((definition) => definition.type === type)?.disruptsPods ?? true;
}
