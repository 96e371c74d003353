import { lstatSync, readFileSync } from 'node:fs';
import { AutoOpsError, Check, Plan, Rehearsal, Review } from '@auto-ops/contracts';
import { createView } from '@auto-ops/diagnosis';
import { PolicyLimits, planHash } from '@auto-ops/policy';
import { nodeCryptography } from '@auto-ops/runtime';
import { latestAnalysis, readCollections, type StepProgram, type Workspace } from '@auto-ops/workspace';
import type { Config } from '../config.ts';
import { editsOf } from './edits-of.ts';
import type { ReviewInput } from './review-input.ts';
import { reviewPlan } from './review-plan.ts';

/** The step `review`: Plan, Rehearsal and Check become a Review, and whether it goes on, back to the fixer, or to the report. */
export const reviewStep: StepProgram<Config> = {
  async run({ workspace, folder, incident, attempt = 1, config, logger }) {
    const plan = workspace.read(Plan, `fix/${attempt}/plan.json`);
    const collected = readCollections(workspace, 'collect');
    const review = reviewPlan({
      incident,
      attempt,
      plan,
      planHash: planHash(plan, nodeCryptography),
      analysis: latestAnalysis(workspace),
      view: createView(collected),
      evidence: collected.evidence,
      rehearsal: workspace.readIfPresent(Rehearsal, `rehearse/${attempt}/rehearsal.json`),
      check: workspace.readIfPresent(Check, `check/${attempt}/check.json`),
      earlier: earlierAttempts(workspace, attempt),
      files: editedFiles(workspace, plan),
      limits: limitsOf(config),
      editPaths: config.editPaths.split(','),
      cryptography: nodeCryptography,
    });
    workspace.write(Review, `${folder}/review.json`, review);
    const failed = review.checks.filter((check) => check.result === 'failed').map((check) => check.name);
    logger.info({ verdict: review.verdict, class: review.class, failed }, 'plan reviewed');
    return { verdict: review.verdict, next: nextOf(review, config.maximumIterations), class: review.class };
  },
};

function nextOf(review: Review, maximum: number): 'propose' | 'fix' | 'report' {
  if (review.verdict === 'approved') return 'propose';
  return review.verdict === 'changes-requested' && review.attempt < maximum ? 'fix' : 'report';
}

function earlierAttempts(workspace: Workspace, attempt: number): ReviewInput['earlier'] {
  const numbers = Array.from({ length: attempt - 1 }, (_, index) => index + 1);
  return numbers.flatMap((number) => {
    const plan = workspace.readIfPresent(Plan, `fix/${number}/plan.json`);
    const review = workspace.readIfPresent(Review, `review/${number}/review.json`);
    return plan === undefined || review === undefined
      ? []
      : [{ plan, planHash: planHash(plan, nodeCryptography), review }];
  });
}

/** The checkout's text of each file the plan edits; links and what is no file are not followed. */
function editedFiles(workspace: Workspace, plan: Plan): ReadonlyMap<string, string> {
  const rounds = workspace.list('collect').toSorted((left, right) => Number(right) - Number(left));
  const checkout = rounds
    .map((round) => `collect/${round}/repository/repository`)
    .find((path) => workspace.exists(path));
  const files = new Map<string, string>();
  if (checkout === undefined) return files;
  for (const path of new Set(editsOf(plan).flatMap(({ edits }) => edits.map((edit) => edit.path)))) {
    const absolute = workspace.path(checkout, path);
    if (lstatSync(absolute, { throwIfNoEntry: false })?.isFile() === true)
      files.set(path, readFileSync(absolute, 'utf8'));
  }
  return files;
}

function limitsOf(config: Config): PolicyLimits {
  try {
    return PolicyLimits.parse(JSON.parse(config.policyLimits));
  } catch (cause) {
    throw new AutoOpsError('CONFIGURATION_INVALID', 'AUTO_OPS_POLICY_LIMITS is not a JSON object of known limits', {
      cause,
      hint: `Known limits: ${Object.keys(PolicyLimits.shape).join(', ')}.`,
    });
  }
}
