const pattern = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The references in a text, without their braces: `tasks.route.outputs.parameters.cluster`, `item` … */
export function referencesIn(text: string): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}
