import { editsOf } from '../review/edits-of.ts';
import type { ReviewCheck } from '../review/review-check.ts';

const limits = { lines: 400, files: 20 };

/** The edits stay small enough for a person to read: 400 lines, 20 files. */
export const diffSize: ReviewCheck = {
  name: 'diff-size',
  run({ plan }) {
    const edits = editsOf(plan).flatMap((entry) => entry.edits);
    if (edits.length === 0) return [{ result: 'not-run', detail: 'The plan edits no files.' }];
    const lines = edits.reduce((sum, edit) => sum + changedLines(edit.oldText ?? '', edit.newText), 0);
    const files = new Set(edits.map((edit) => edit.path)).size;
    const isSmall = lines <= limits.lines && files <= limits.files;
    return [
      {
        result: isSmall ? 'passed' : 'failed',
        detail: `${lines} lines in ${files} files; at most ${limits.lines} in ${limits.files}.`,
      },
    ];
  },
};

/** Lines that go and lines that come, without those that both texts begin or end with. */
function changedLines(before: string, after: string): number {
  const left = before === '' ? [] : before.split('\n');
  const right = after === '' ? [] : after.split('\n');
  let head = 0;
  while (head < left.length && head < right.length && left[head] === right[head]) head++;
  let tail = 0;
  while (tail < left.length - head && tail < right.length - head && left.at(-1 - tail) === right.at(-1 - tail)) tail++;
  return left.length + right.length - 2 * (head + tail);
}
