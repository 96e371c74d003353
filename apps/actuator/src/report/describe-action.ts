import type { Action } from '@auto-ops/contracts';
import { parseAction } from '@auto-ops/policy';

/** One line for people: what an action does; its type where it is not in the catalogue any more. */
export function describeAction(action: Action): string {
  try {
    const { definition, input } = parseAction(action);
    return definition.describe(input);
  } catch {
    return `${action.type}.`;
  }
}
