import { AutoOpsError } from '@auto-ops/contracts';
import { parseAction } from '@auto-ops/policy';
import type { Opinion, ReviewCheck } from '../review/review-check.ts';

/** Every action is in the catalogue and its arguments and target fit it. */
export const catalogue: ReviewCheck = {
  name: 'catalogue',
  run: ({ plan }) =>
    plan.actions.map((action): Opinion => {
      try {
        const { definition, input } = parseAction(action);
        return {
          action: action.id,
          result: 'passed',
          detail: `${definition.title}: ${definition.describe(input)}`.slice(0, 1000),
        };
      } catch (error) {
        if (!(error instanceof AutoOpsError)) throw error;
        return { action: action.id, result: 'failed', detail: `${error.message} ${error.hint}` };
      }
    }),
};
