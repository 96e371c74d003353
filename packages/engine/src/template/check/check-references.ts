import { referencesIn } from '../references-in.ts';
import { refuse } from './refuse.ts';

/** Throws TEMPLATE_INVALID when a text refers to anything but the known references. */
export function checkReferences(text: string, path: string, known: ReadonlySet<string>): void {
  const rest = text.replace(/\{\{[^{}]*\}\}/g, '');
  if (rest.includes('{{') || rest.includes('}}')) refuse(path, `the braces of \`${text}\` do not match`);
  for (const reference of referencesIn(text)) {
    if (!known.has(reference)) refuse(path, `nothing is known here as {{${reference}}}`);
  }
}
