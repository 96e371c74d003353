import { field } from './field.ts';

/** The text-valued members of the record at a path (labels, selectors, annotations); empty where there is none. */
export function labelsField(value: unknown, ...path: readonly (string | number)[]): Readonly<Record<string, string>> {
  const found = field(value, ...path);
  if (found === null || typeof found !== 'object' || Array.isArray(found)) return {};
  const labels: Record<string, string> = {};
  for (const [name, text] of Object.entries(found)) if (typeof text === 'string') labels[name] = text;
  return labels;
}
