import { matchesGlob } from 'node:path';
import { isForbiddenPath } from '@auto-ops/policy';
import { editsOf } from '../review/edits-of.ts';
import type { Opinion, ReviewCheck } from '../review/review-check.ts';

/** Control, format and private characters, which make a text binary or hide a part of it; a tab and a line break are none. */
const unreadable = /[[\p{Cc}\p{Cf}\p{Co}\ufffd]--[\t\n\r]]/v;

/** Only readable text in files of the allow-list; files that decide what runs, who approves or what comes in are never touched. */
export const diffScope: ReviewCheck = {
  name: 'diff-scope',
  run({ plan, editPaths }) {
    const edited = editsOf(plan).flatMap(({ action, edits }) => edits.map((edit) => ({ action: action.id, edit })));
    if (edited.length === 0) return [{ result: 'not-run', detail: 'The plan edits no files.' }];
    return edited.map(({ action, edit }): Opinion => {
      const { path, newText } = edit;
      if (isForbiddenPath(path)) return { action, result: 'failed', isFinal: true, detail: `${path} is never edited.` };
      if (!editPaths.some((glob) => matchesGlob(path, glob)))
        return { action, result: 'failed', detail: `${path} is none of the files that may be edited.` };
      if (unreadable.test(newText))
        return { action, result: 'failed', detail: `The new text of ${path} is binary or hides characters.` };
      return { action, result: 'passed', detail: `${path} may be edited.` };
    });
  },
};
