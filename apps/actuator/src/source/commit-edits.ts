import { type Action, AutoOpsError } from '@auto-ops/contracts';
import { copyRepository } from './copy-repository.ts';
import { editRepository } from './edit-repository.ts';
import type { Git } from './git.ts';

/** The edits of a plan as one commit of a copy. */
export interface EditCommit {
  readonly git: Git;
  /** The collected checkout; it is read only. */
  readonly from: string;
  /** The copy; made anew, so that a start after a kill comes to the same. */
  readonly to: string;
  readonly branch: string;
  readonly message: string;
  readonly allowed: readonly string[];
  readonly actions: readonly Action[];
  /** The approved diff of an action; the copy has to give the very same. */
  approvedDiff(action: string): string | undefined;
  hide(text: string): string;
}

/**
 * Makes the edits in a copy of the repository on a branch of their own, in one commit; the same input gives the same commit.
 * Throws EDIT_IMPOSSIBLE, and TARGET_CHANGED where a diff is not the one that was approved.
 */
export async function commitEdits(task: EditCommit): Promise<{ readonly base: string; readonly commit: string }> {
  const { git, to } = task;
  await copyRepository(git, task.from, to);
  const base = (await git(to, ['rev-parse', 'HEAD'])).trim();
  await git(to, ['checkout', '--quiet', '-B', task.branch]);
  for (const action of task.actions) {
    const outcome = await editRepository(git, to, action, task.allowed);
    if (outcome.result === 'failed') {
      const problems = outcome.checks.filter((check) => check.result === 'failed').map((check) => check.detail);
      throw new AutoOpsError('EDIT_IMPOSSIBLE', `${action.id}: ${problems.join('; ')}`);
    }
    const approved = task.approvedDiff(action.id);
    if (approved !== undefined && task.hide(outcome.diff) !== approved) {
      throw new AutoOpsError('TARGET_CHANGED', `${action.id}: the edits would not be the ones that were approved`);
    }
    await git(to, ['commit', '--quiet', '--no-verify', '-m', action.id]);
  }
  await git(to, ['reset', '--quiet', '--soft', base]);
  await git(to, ['commit', '--quiet', '--no-verify', '-m', task.message]);
  return { base, commit: (await git(to, ['rev-parse', 'HEAD'])).trim() };
}
