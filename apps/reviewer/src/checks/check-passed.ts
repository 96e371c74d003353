import type { ReviewCheck } from '../review/review-check.ts';

/** The repository's own tests passed on the edited files; where they could not run, the review says so and goes on. */
export const checkPassed: ReviewCheck = {
  name: 'check-passed',
  run({ check, planHash }) {
    if (check === undefined) return [{ result: 'not-run', detail: 'The step check did not run.' }];
    if (check.planHash !== planHash) return [{ result: 'failed', detail: 'The check was of another plan.' }];
    if (check.result === 'not-run') return [{ result: 'not-run', detail: check.reason ?? 'The tests did not run.' }];
    const detail = `The repository's tests ended with exit code ${check.exit ?? 'none'}. ${check.reason ?? ''}`.trim();
    return [{ result: check.result, detail }];
  },
};
