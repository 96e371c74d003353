import { isMap, parseAllDocuments } from 'yaml';
import { type EditedText, editedTexts } from '../review/edited-texts.ts';
import type { Opinion, ReviewCheck } from '../review/review-check.ts';

/** The edits fit their files, edited YAML and JSON parses, and every object keeps its kind, namespace and name. */
export const manifestLint: ReviewCheck = {
  name: 'manifest-lint',
  run(input) {
    const texts = editedTexts(input);
    if (texts.length === 0) return [{ result: 'not-run', detail: 'The plan edits no files.' }];
    return texts.map((text): Opinion => {
      const problem = problemOf(text);
      return problem === undefined
        ? { action: text.action, result: 'passed', detail: `${text.path} parses and declares the same objects.` }
        : { action: text.action, result: 'failed', detail: `${text.path}: ${problem}` };
    });
  },
};

function problemOf({ path, before, after }: EditedText): string | undefined {
  if (after === undefined) return 'an old text does not occur exactly once.';
  if (after === before) return 'the edits change nothing.';
  if (!/\.(ya?ml|json)$/.test(path)) return undefined;
  const now = read(after);
  if (typeof now === 'string') return now;
  const earlier = before === undefined ? undefined : read(before);
  if (earlier === undefined || typeof earlier === 'string') return undefined;
  const gone = earlier.filter((name) => !now.includes(name));
  const come = now.filter((name) => !earlier.includes(name));
  if (gone.length > 0 || come.length > 0)
    return `its objects were ${earlier.join(', ')} and would be ${now.join(', ')}.`;
  return undefined;
}

/** What the objects of a file are called, or why it cannot be read. A template is read by nobody but its own tool. */
function read(text: string): readonly string[] | string {
  if (text.includes('{{')) return [];
  const names: string[] = [];
  for (const document of parseAllDocuments(text)) {
    const [error] = 'errors' in document ? document.errors : [];
    if (error !== undefined) return `it does not parse: ${error.message.split('\n')[0]}`;
    if (!isMap(document.contents)) continue;
    const name = [
      document.get('kind'),
      document.getIn(['metadata', 'namespace']),
      document.getIn(['metadata', 'name']),
    ];
    names.push(name.map((part) => String(part ?? '')).join('/'));
  }
  return names;
}
