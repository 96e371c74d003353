import { Plan, Review } from '@auto-ops/contracts';
import { createView } from '@auto-ops/diagnosis';
import { planHash } from '@auto-ops/policy';
import { nodeCryptography } from '@auto-ops/runtime';
import { latestAnalysis, readCollections, type StepProgram, type Workspace } from '@auto-ops/workspace';
import type { Config } from '../config.ts';
import { draftPlan } from '../draft/draft-plan.ts';
import { checkoutOf } from '../source/checkout-of.ts';
import { readRepository } from '../source/read-repository.ts';
import { changeDiff } from './change-diff.ts';

/** The step `fix`: the Analysis and the Reviews so far become a Plan and, for a person, the diff of what it changes. */
export const fixStep: StepProgram<Config> = {
  async run({ workspace, folder, incident, attempt = 1, config, logger, signal }) {
    const view = createView(readCollections(workspace, 'collect'));
    const checkout = checkoutOf(workspace);
    const files = checkout === undefined ? undefined : readRepository(workspace.path(checkout));
    const tried = sentBack(workspace, attempt);
    const plan = draftPlan({
      incident,
      analysis: latestAnalysis(workspace),
      view,
      attempt,
      tried,
      files,
      cryptography: nodeCryptography,
    });
    workspace.writeText(
      `${folder}/change.diff`,
      await changeDiff(plan, view, files, {
        searchPath: config.searchPath,
        signal,
      }),
    );
    workspace.write(Plan, `${folder}/plan.json`, plan);
    logger.info(
      { verdict: plan.verdict, cause: plan.cause?.code, actions: plan.actions.map((action) => action.type) },
      'plan drafted',
    );
    const isDrafted = plan.verdict === 'drafted';
    const hasEdits = isDrafted && plan.actions.some((action) => action.type === 'edit-source');
    return { verdict: plan.verdict, next: isDrafted ? 'rehearse' : 'report', edits: hasEdits ? 'some' : 'none' };
  },
};

/** The hashes of the plans of earlier attempts, each of which a review sent back. */
function sentBack(workspace: Workspace, attempt: number): string[] {
  const earlier = Array.from({ length: attempt - 1 }, (_, index) => index + 1);
  return earlier.flatMap((number) => {
    const plan = workspace.readIfPresent(Plan, `fix/${number}/plan.json`);
    const review = workspace.readIfPresent(Review, `review/${number}/review.json`);
    return plan === undefined || review?.verdict === 'approved' ? [] : [planHash(plan, nodeCryptography)];
  });
}
