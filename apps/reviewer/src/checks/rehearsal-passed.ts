import type { Opinion, ReviewCheck } from '../review/review-check.ts';

/** The rehearsal was of this very plan and passed; where nothing live could be asked, only edits of a repository go on. */
export const rehearsalPassed: ReviewCheck = {
  name: 'rehearsal-passed',
  run({ plan, planHash, rehearsal }): readonly Opinion[] {
    if (rehearsal === undefined) return [{ result: 'failed', detail: 'There was no rehearsal.' }];
    if (rehearsal.planHash !== planHash) return [{ result: 'failed', detail: 'The rehearsal was of another plan.' }];
    if (rehearsal.verdict === 'passed')
      return [{ result: 'passed', detail: `Class ${rehearsal.class}; ${countOf(rehearsal.checks)}.` }];
    if (rehearsal.verdict === 'not-run') {
      const isOnlySource = plan.actions.every((action) => action.type === 'edit-source');
      return [{ result: isOnlySource ? 'not-run' : 'failed', detail: 'The rehearsal could not ask the cluster.' }];
    }
    const failed = rehearsal.checks.filter((check) => check.result === 'failed');
    if (failed.length === 0) return [{ result: 'failed', detail: 'The rehearsal failed.' }];
    return failed.map((check) => ({
      result: 'failed',
      action: check.action,
      detail: `${check.name}: ${check.detail}`,
    }));
  },
};

function countOf(checks: readonly { readonly result: string }[]): string {
  return `${checks.filter((check) => check.result === 'passed').length} of ${checks.length} checks passed`;
}
