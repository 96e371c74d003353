const pattern = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The references in a text, without their braces: `tasks.route.outputs.parameters.cluster`, `item` … */
export function referencesIn(text: string): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

/** The text with each reference replaced, once: what a value contains is never read as a reference again. */
export function replaceReferences(text: string, resolve: (reference: string) => string): string {
  return text.replace(pattern, (_, reference: string) => resolve(reference));
}
