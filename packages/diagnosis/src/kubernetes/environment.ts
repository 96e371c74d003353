import { listAt, textAt } from './fields.ts';

/** Environment variables of a container, by name; a value taken from elsewhere is the empty text. */
export function environmentOf(container: unknown): ReadonlyMap<string, string> {
  return new Map(
    listAt(container, 'env').flatMap((entry) => {
      const name = textAt(entry, 'name');
      return name === undefined ? [] : [[name, textAt(entry, 'value') ?? ''] as const];
    }),
  );
}
