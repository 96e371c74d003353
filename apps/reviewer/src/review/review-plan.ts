import type { CheckResult, Review } from '@auto-ops/contracts';
import { classifyPlan, compareClasses } from '@auto-ops/policy';
import { reviewChecks } from './review-checks.ts';
import type { ReviewInput } from './review-input.ts';
import { riskContext } from './risk-context.ts';

/** Runs every check over a plan. Rejected where no attempt could help, sent back where one failed, approved otherwise. */
export function reviewPlan(input: ReviewInput): Review {
  const opinions = reviewChecks.flatMap(({ name, run }) => run(input).map((opinion) => ({ name, ...opinion })));
  const failed = opinions.filter((opinion) => opinion.result === 'failed');
  const isFinal = failed.some((opinion) => opinion.isFinal === true);
  const computed = classifyPlan(input.plan, riskContext(input)).class;
  const rehearsed = input.rehearsal?.class ?? computed;
  return {
    schemaVersion: 1,
    incident: input.incident.id,
    attempt: input.attempt,
    planHash: input.planHash,
    class: compareClasses(rehearsed, computed) > 0 ? rehearsed : computed,
    verdict: isFinal ? 'rejected' : failed.length > 0 ? 'changes-requested' : 'approved',
    checks: opinions.map(
      ({ name, result, detail, action }): CheckResult => ({
        name,
        result,
        detail: detail.slice(0, 4000),
        ...(action === undefined ? {} : { action }),
      }),
    ),
    comments: failed.map(({ name, detail, action }) => ({
      check: name,
      text: detail.slice(0, 1000),
      ...(action === undefined ? {} : { action }),
    })),
  };
}
