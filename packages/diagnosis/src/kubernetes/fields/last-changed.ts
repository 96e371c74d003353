import { textField } from '../../fields/text-field.ts';
import { latest } from '../times/latest.ts';
import { listAt } from './list-at.ts';

/** When the wanted state of an object was last written, by its managed fields; undefined where they were not read. */
export function lastChanged(object: unknown): string | undefined {
  const written = listAt(object, 'metadata', 'managedFields').filter(
    (entry) => textField(entry, 'subresource') === undefined,
  );
  return latest(...written.map((entry) => textField(entry, 'time')));
}
