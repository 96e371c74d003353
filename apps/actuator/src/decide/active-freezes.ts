import type { Freeze, Proposal } from '@auto-ops/contracts';
import { compareClasses } from '@auto-ops/policy';

/** What the freezes that cover a proposal say: all changes, those in a namespace, or those of a class and above; none where none applies. */
export function activeFreezes(proposal: Proposal, freezes: readonly Freeze[]): string[] {
  return freezes
    .filter((freeze) =>
      proposal.plan.actions.some((action) => {
        const known = proposal.rehearsal.actions.find((one) => one.id === action.id);
        const isThere = freeze.namespace === undefined || freeze.namespace === action.target.namespace;
        return isThere && (freeze.class === undefined || compareClasses(known?.class ?? 'RX', freeze.class) >= 0);
      }),
    )
    .map((freeze) => `Freeze ${freeze.id}: ${freeze.reason}`);
}
