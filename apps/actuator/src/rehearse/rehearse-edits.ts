import { rmSync } from 'node:fs';
import type { Action, CheckResult } from '@auto-ops/contracts';
import type { StepCall } from '@auto-ops/workspace';
import type { Config } from '../config.ts';
import { copyRepository } from '../source/copy-repository.ts';
import { editRepository } from '../source/edit-repository.ts';
import { findRepository } from '../source/find-repository.ts';
import { createGit } from '../source/git.ts';
import type { ActionRehearsal } from './action-rehearsal.ts';

/** Makes the edits of a plan in a scratch copy of the repository, one action after the other, and lets git make the diffs. */
export async function rehearseEdits(
  call: StepCall<Config>,
  actions: readonly Action[],
  hide: (text: string) => string,
): Promise<ActionRehearsal[]> {
  if (actions.length === 0) return [];
  const repository = findRepository(call.workspace);
  if (repository === undefined) {
    const check = (action: Action): CheckResult => ({
      name: 'edits-apply',
      action: action.id,
      result: 'failed',
      detail: 'This run has no checkout of the repository.',
    });
    return actions.map((action) => ({ id: action.id, result: 'failed', checks: [check(action)] }));
  }
  const scratch = call.workspace.path(`${call.folder}/worktree`);
  const git = createGit(call.config.searchPath, call.incident.createdAt, call.signal);
  try {
    await copyRepository(git, repository, scratch);
    const results: ActionRehearsal[] = [];
    for (const action of actions) {
      const outcome = await editRepository(git, scratch, action, call.config.editPaths.split(','));
      results.push({
        id: action.id,
        result: outcome.result,
        checks: outcome.checks,
        ...(outcome.diff !== '' && { diff: hide(outcome.diff) }),
      });
      // The next action's diff is about its own edits.
      if (outcome.result === 'passed')
        await git(scratch, ['commit', '--quiet', '--no-verify', '-m', `rehearse ${action.id}`]);
    }
    return results;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
