import { editsOf } from '../review/edits-of.ts';
import type { ReviewCheck } from '../review/review-check.ts';

/** The repository's own tests passed on the edited files; where they could not run, the review says so and goes on. */
export const checkPassed: ReviewCheck = {
  name: 'check-passed',
  run({ plan, check, planHash }) {
    if (check === undefined) {
      const hasEdits = editsOf(plan).length > 0;
      return [{ result: 'not-run', detail: hasEdits ? 'The step check did not run.' : 'The plan edits no files.' }];
    }
    if (check.planHash !== planHash) return [{ result: 'failed', detail: 'The check was of another plan.' }];
    if (check.result === 'not-run') return [{ result: 'not-run', detail: check.reason ?? 'The tests did not run.' }];
    const detail = `The repository's tests ended with exit code ${check.exit ?? 'none'}. ${check.reason ?? ''}`.trim();
    return [{ result: check.result, detail }];
  },
};
