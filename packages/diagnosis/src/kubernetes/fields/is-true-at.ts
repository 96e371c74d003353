import { field } from '../../fields/field.ts';

/** Whether the value below a path is exactly true. */
export function isTrueAt(value: unknown, ...path: readonly string[]): boolean {
  return field(value, ...path) === true;
}
