import { textField } from '../../fields/text-field.ts';
import type { Fields } from './fields.ts';
import { listAt } from './list-at.ts';

/** A status condition of an object, by type. */
export interface Condition {
  readonly status: string;
  readonly reason: string;
  readonly message: string;
  readonly since?: string | undefined;
}

/** The condition of that type; undefined where the object has none. */
export function conditionOf(object: unknown, type: string): Condition | undefined {
  const found: Fields | undefined = listAt(object, 'status', 'conditions').find((condition) => condition.type === type);
  if (found === undefined) return undefined;
  return {
    status: textField(found, 'status') ?? 'Unknown',
    reason: textField(found, 'reason') ?? '',
    message: textField(found, 'message') ?? '',
    since: textField(found, 'lastTransitionTime'),
  };
}
