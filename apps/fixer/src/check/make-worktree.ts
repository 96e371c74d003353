import { cpSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { Edit } from '@auto-ops/contracts';
import { applyEdits } from '@auto-ops/workspace';

/**
 * A copy of the checkout with the edits made, without git's own folder and without links. Throws `EDIT_IMPOSSIBLE` where an
 * edit cannot be made.
 */
export function makeWorktree(checkout: string, worktree: string, edits: readonly Edit[]): void {
  rmSync(worktree, { recursive: true, force: true });
  mkdirSync(worktree, { recursive: true });
  cpSync(checkout, worktree, {
    recursive: true,
    filter: (source) => basename(source) !== '.git' && !lstatSync(source).isSymbolicLink(),
  });
  applyEdits(worktree, edits);
}
