import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

/** What is wrong with the edited files that have a syntax this app knows (YAML, JSON); none where all parse. */
export function parseEditedFiles(folder: string, paths: readonly string[]): string[] {
  return [...new Set(paths)].flatMap((path) => {
    const problem = problemOf(path, readFileSync(join(folder, path), 'utf8'));
    return problem === undefined ? [] : [`${path}: ${problem}`];
  });
}

function problemOf(path: string, text: string): string | undefined {
  // A chart's template is not YAML before Helm has rendered it.
  if (/(^|\/)templates\//.test(path) && text.includes('{{')) return undefined;
  if (/\.json$/.test(path)) {
    try {
      JSON.parse(text);
    } catch (error) {
      return (error as Error).message;
    }
  }
  if (/\.ya?ml$/.test(path)) {
    for (const document of parseAllDocuments(text)) {
      const error = 'errors' in document ? document.errors[0] : undefined;
      if (error !== undefined) return error.message.split('\n')[0];
    }
  }
  return undefined;
}
