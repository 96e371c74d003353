import { field } from './field.ts';
import { listField } from './list-field.ts';
import { textField } from './text-field.ts';

/** One entry of `status.conditions`. */
export interface Condition {
  readonly status: string;
  readonly reason: string;
  readonly message: string;
  /** RFC 3339, the later of update and transition. */
  readonly at?: string | undefined;
}

/** The condition of that type in an object's status. */
export function conditionOf(object: unknown, type: string): Condition | undefined {
  const found = listField(object, 'status', 'conditions').find((condition) => field(condition, 'type') === type);
  if (found === undefined) return undefined;
  return {
    status: textField(found, 'status') ?? 'Unknown',
    reason: textField(found, 'reason') ?? '',
    message: textField(found, 'message') ?? '',
    at: textField(found, 'lastUpdateTime') ?? textField(found, 'lastTransitionTime'),
  };
}
