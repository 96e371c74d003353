import { editsOf } from './edits-of.ts';
import type { ReviewInput } from './review-input.ts';

/** One file before and after the edits; `after` is `undefined` where an old text does not occur exactly once. */
export interface EditedText {
  readonly path: string;
  readonly action: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The edited files of a plan, each with its text before and after. */
export function editedTexts(input: ReviewInput): readonly EditedText[] {
  const texts = new Map<string, EditedText>();
  for (const { action, edits } of editsOf(input.plan)) {
    for (const edit of edits) {
      const known = texts.get(edit.path);
      const before = known === undefined ? input.files.get(edit.path) : known.before;
      const present = known === undefined ? before : known.after;
      texts.set(edit.path, {
        path: edit.path,
        action: action.id,
        before,
        after: afterEdit(present, edit.oldText, edit.newText),
      });
    }
  }
  return [...texts.values()];
}

function afterEdit(present: string | undefined, oldText: string | undefined, newText: string): string | undefined {
  if (oldText === undefined) return newText;
  if (present === undefined || present.split(oldText).length !== 2) return undefined;
  return present.replace(oldText, () => newText);
}
