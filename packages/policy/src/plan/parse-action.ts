import { type Action, AutoOpsError } from '@auto-ops/contracts';
import type { ActionDefinition } from '../action-definition.ts';
import { actions } from '../actions/registry.ts';

/** An action whose type is in the catalogue and whose arguments and target fit it. */
export interface ParsedAction {
  readonly definition: ActionDefinition;
  /** The arguments as the definition's schema returns them. */
  readonly input: unknown;
}

/** Finds an action's definition and checks its arguments and target; throws `ACTION_UNKNOWN` or `ACTION_ARGUMENTS_INVALID`. */
export function parseAction(action: Action): ParsedAction {
  const definition = actions.find((candidate) => candidate.type === action.type);
  if (definition === undefined)
    throw new AutoOpsError('ACTION_UNKNOWN', `${action.id}: there is no action ${action.type}.`);
  const kind = `${action.target.apiVersion}/${action.target.kind}`;
  if (!definition.targets.includes(kind)) {
    throw new AutoOpsError('ACTION_ARGUMENTS_INVALID', `${action.id}: ${action.type} cannot be about ${kind}.`, {
      hint: `It can be about ${definition.targets.join(', ')}.`,
    });
  }
  const parsed = definition.arguments.safeParse(action.arguments);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'arguments'}: ${issue.message}`);
    throw new AutoOpsError('ACTION_ARGUMENTS_INVALID', `${action.id} (${action.type}): ${problems.join('; ')}.`);
  }
  return { definition, input: parsed.data };
}
