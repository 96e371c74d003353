import { field } from './field.ts';

/** The list at a path; empty where there is none or something else. */
export function listField(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = field(value, ...path);
  return Array.isArray(found) ? found : [];
}
