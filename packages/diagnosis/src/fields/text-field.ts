import { field } from './field.ts';

/** The text at a path; undefined where there is none or something else. */
export function textField(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = field(value, ...path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}
