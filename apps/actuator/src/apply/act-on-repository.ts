import { type Action, AutoOpsError, type Effect, type Proposal } from '@auto-ops/contracts';
import { nodeCryptography } from '@auto-ops/runtime';
import type { StepCall } from '@auto-ops/workspace';
import type { Journal } from '../act/journal.ts';
import type { Config } from '../config.ts';
import { commitEdits } from '../source/commit-edits.ts';
import { findRepository } from '../source/find-repository.ts';
import { createGit } from '../source/git.ts';
import type { Surroundings } from '../surroundings.ts';

/** What an edit of the repository needs beside the action. */
export interface RepositoryScene {
  readonly call: StepCall<Config>;
  readonly proposal: Proposal;
  readonly journal: Journal;
  readonly surroundings: Surroundings;
  hide(text: string): string;
}

/** Does one action on the repository: the edits of the plan up to it, as one commit on `auto-ops/<incident>` in a copy below the step's folder. */
export async function actOnRepository(action: Action, scene: RepositoryScene): Promise<Effect> {
  const { journal, surroundings } = scene;
  const known = journal.result(action.id);
  if (known !== undefined) return known;

  const startedAt = surroundings.now();
  surroundings.reached?.('before-intent', action.id);
  journal.write({ entry: 'intent', action: action.id, at: startedAt });
  surroundings.reached?.('after-intent', action.id);
  const common = { action: action.id, type: action.type, target: action.target, startedAt };
  let effect: Effect;
  try {
    const { base, commit, branch } = await commitUpTo(action, scene);
    effect = {
      ...common,
      status: 'applied',
      endedAt: surroundings.now(),
      before: nodeCryptography.sha256(base),
      after: nodeCryptography.sha256(commit),
      detail: `Commit ${commit.slice(0, 12)} on the branch ${branch} of a copy of the repository.`,
    };
  } catch (error) {
    if (!(error instanceof AutoOpsError) || error.exit === 75) throw error;
    const { code, message, hint } = error;
    effect = {
      ...common,
      status: 'failed',
      endedAt: surroundings.now(),
      detail: message,
      error: { code, message, hint },
    };
  }
  surroundings.reached?.('after-effect', action.id);
  journal.write({ entry: 'result', effect });
  surroundings.reached?.('after-result', action.id);
  return effect;
}

async function commitUpTo(action: Action, { call, proposal, hide }: RepositoryScene) {
  const from = findRepository(call.workspace);
  if (from === undefined) throw new AutoOpsError('REPOSITORY_UNUSABLE', 'This run has no checkout of the repository');
  const { plan, rehearsal } = proposal;
  const edits = plan.actions.filter((one) => one.target.kind === 'Repository');
  const branch = `auto-ops/${call.incident.id}`;
  const made = await commitEdits({
    git: createGit(call.config.searchPath, proposal.createdAt, call.signal),
    from,
    to: call.workspace.path(`${call.folder}/repository`),
    branch,
    message: `fix: ${plan.summary.split('\n')[0]}\n\nIncident: ${call.incident.id}\nPlan: ${proposal.planHash}\n`,
    allowed: call.config.editPaths.split(','),
    actions: edits.slice(0, edits.indexOf(action) + 1),
    approvedDiff: (id) => rehearsal.actions.find((one) => one.id === id)?.diff,
    hide,
  });
  return { ...made, branch };
}
