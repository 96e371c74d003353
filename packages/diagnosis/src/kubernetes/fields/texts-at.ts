import { field } from '../../fields/field.ts';

/** The strings of the list below a path. */
export function textsAt(value: unknown, ...path: readonly string[]): readonly string[] {
  const found = field(value, ...path);
  return Array.isArray(found) ? found.filter((entry): entry is string => typeof entry === 'string') : [];
}
