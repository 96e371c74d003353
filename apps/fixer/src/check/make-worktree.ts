import { cpSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AutoOpsError, type Edit } from '@auto-ops/contracts';

/**
 * A copy of the checkout with the edits made, without git's own folder and without links. Throws `EDIT_IMPOSSIBLE` where an old
 * text does not occur exactly once.
 */
export function makeWorktree(checkout: string, worktree: string, edits: readonly Edit[]): void {
  rmSync(worktree, { recursive: true, force: true });
  mkdirSync(worktree, { recursive: true });
  cpSync(checkout, worktree, {
    recursive: true,
    filter: (source) => basename(source) !== '.git' && !lstatSync(source).isSymbolicLink(),
  });
  for (const edit of edits) {
    const file = join(worktree, edit.path);
    if (edit.oldText === undefined) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, edit.newText);
      continue;
    }
    const text = lstatSync(file, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(file, 'utf8') : '';
    if (text.split(edit.oldText).length !== 2)
      throw new AutoOpsError('EDIT_IMPOSSIBLE', `${edit.path}: the old text does not occur exactly once`);
    writeFileSync(
      file,
      text.replace(edit.oldText, () => edit.newText),
    );
  }
}
