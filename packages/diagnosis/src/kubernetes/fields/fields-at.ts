import { field } from '../../fields/field.ts';
import type { Fields } from './fields.ts';
import { isFields } from './is-fields.ts';

const none: Fields = {};

/** The object below a path; an empty one where there is none or something else. */
export function fieldsAt(value: unknown, ...path: readonly string[]): Fields {
  const found = field(value, ...path);
  return isFields(found) ? found : none;
}
