import { managedBy } from '@auto-ops/policy';
import type { Opinion, ReviewCheck } from '../review/review-check.ts';

/** No object that another tool owns is changed behind its back. */
export const ownership: ReviewCheck = {
  name: 'ownership',
  run: ({ plan, rehearsal, view }) =>
    plan.actions.map((action): Opinion => {
      const { kind, namespace, name } = action.target;
      if (kind === 'Repository')
        return { action: action.id, result: 'passed', detail: 'A repository is the source itself.' };
      const item = action.type === 'delete-pod' ? undefined : view.object(kind, namespace, name);
      const owner =
        rehearsal?.actions.find((entry) => entry.id === action.id)?.managedBy ??
        (item === undefined ? undefined : managedBy(item.object));
      return owner === undefined
        ? { action: action.id, result: 'passed', detail: 'No other tool owns it.' }
        : {
            action: action.id,
            result: 'failed',
            detail: `${kind} ${name} belongs to ${owner}; change it at its source.`,
          };
    }),
};
