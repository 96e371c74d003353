import { listAt, textAt } from './fields.ts';
import { latest } from './times.ts';

/** When the wanted state of an object was last written, by its managed fields; undefined where they were not read. */
export function lastChanged(object: unknown): string | undefined {
  const written = listAt(object, 'metadata', 'managedFields').filter(
    (entry) => textAt(entry, 'subresource') === undefined,
  );
  return latest(...written.map((entry) => textAt(entry, 'time')));
}
