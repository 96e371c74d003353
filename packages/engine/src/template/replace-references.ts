const pattern = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The text with each reference replaced, once: what a value contains is never read as a reference again. */
export function replaceReferences(text: string, resolve: (reference: string) => string): string {
  return text.replace(pattern, (_, reference: string) => resolve(reference));
}
