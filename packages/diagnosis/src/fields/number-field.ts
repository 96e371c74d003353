import { field } from './field.ts';

/** The finite number at a path; undefined where there is none or something else. */
export function numberField(value: unknown, ...path: readonly (string | number)[]): number | undefined {
  const found = field(value, ...path);
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}
