import { field } from '../../fields/field.ts';

/** Whether a path holds anything but null. */
export function isPresentAt(value: unknown, ...path: readonly string[]): boolean {
  return (field(value, ...path) ?? undefined) !== undefined;
}
