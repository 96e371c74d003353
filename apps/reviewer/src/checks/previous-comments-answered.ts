import { canonicalJson } from '@auto-ops/contracts';
import type { Opinion, ReviewCheck } from '../review/review-check.ts';

/** A plan that was sent back does not come again, nor does one of its actions that a comment was about. */
export const previousCommentsAnswered: ReviewCheck = {
  name: 'previous-comments-answered',
  run({ plan, planHash, earlier }) {
    if (earlier.length === 0) return [{ result: 'not-run', detail: 'This is the first attempt.' }];
    const same = earlier.find((entry) => entry.planHash === planHash);
    if (same !== undefined)
      return [{ result: 'failed', detail: `It is the plan of attempt ${same.plan.attempt} again.` }];
    const criticised = new Map(
      earlier.flatMap((entry) =>
        entry.review.comments.flatMap((comment) => {
          const action = entry.plan.actions.find((candidate) => candidate.id === comment.action);
          return action === undefined ? [] : [[signatureOf(action), comment.text] as const];
        }),
      ),
    );
    const repeated = plan.actions.filter((action) => criticised.has(signatureOf(action)));
    const opinions = repeated.map(
      (action): Opinion => ({
        action: action.id,
        result: 'failed',
        detail: `Unchanged since the comment: ${criticised.get(signatureOf(action))}`,
      }),
    );
    return opinions.length > 0
      ? opinions
      : [{ result: 'passed', detail: 'It answers the comments with another plan.' }];
  },
};

function signatureOf(action: { readonly type: string; readonly target: unknown; readonly arguments: unknown }): string {
  return canonicalJson({ type: action.type, target: action.target, arguments: action.arguments });
}
