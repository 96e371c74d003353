import { changeSetOf } from '../jobs/review-risk/changes/change-set-of.ts';
import type { ChangedFile } from '../jobs/review-risk/changes/changed-file.ts';
import { judge } from '../jobs/review-risk/judge.ts';

/** The texts of files by their paths. */
type Texts = Readonly<Record<string, string>>;

/** What a change from these files to those comes to. */
export function judged(before: Texts, after: Texts) {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const files = paths
    .filter((path) => before[path] !== after[path])
    .map((path): ChangedFile => {
      const [old, now] = [before[path], after[path]];
      return {
        path,
        status: old === undefined ? 'added' : now === undefined ? 'removed' : 'changed',
        kind: 'file',
        ...(old === undefined ? {} : { before: old }),
        ...(now === undefined ? {} : { after: now }),
        additions: now?.split('\n').length ?? 0,
        deletions: old?.split('\n').length ?? 0,
      };
    });
  return judge(changeSetOf(files, files.length));
}
