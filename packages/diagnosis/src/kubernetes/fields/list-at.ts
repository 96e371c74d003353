import { field } from '../../fields/field.ts';
import type { Fields } from './fields.ts';
import { isFields } from './is-fields.ts';

/** The objects of the list below a path; entries that are no objects are left out. */
export function listAt(value: unknown, ...path: readonly string[]): readonly Fields[] {
  const found = field(value, ...path);
  return Array.isArray(found) ? found.filter(isFields) : [];
}
