import { textField } from '../../fields/text-field.ts';
import { listAt } from '../fields/list-at.ts';

/** Environment variables of a container, by name; a value taken from elsewhere is the empty text. */
export function environmentOf(container: unknown): ReadonlyMap<string, string> {
  return new Map(
    listAt(container, 'env').flatMap((entry) => {
      const name = textField(entry, 'name');
      return name === undefined ? [] : [[name, textField(entry, 'value') ?? ''] as const];
    }),
  );
}
