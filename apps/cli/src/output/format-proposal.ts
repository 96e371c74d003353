import { styleText } from 'node:util';
import type { Proposal } from '@auto-ops/contracts';

function coloured(diff: string): string[] {
  return diff
    .trimEnd()
    .split('\n')
    .map((line) => {
      if (line.startsWith('+') && !line.startsWith('+++')) return styleText('green', line);
      if (line.startsWith('-') && !line.startsWith('---')) return styleText('red', line);
      return line;
    });
}

/** A proposal for the person who decides: the diff first, then what it is and how risky. */
export function formatProposal(proposal: Proposal): string {
  const { plan, review } = proposal;
  const notPassed = review.checks.filter((check) => check.result !== 'passed');
  return [
    styleText('bold', `Proposal: ${plan.summary}`),
    `class ${proposal.class}, ${proposal.approvals} approval${proposal.approvals === 1 ? '' : 's'} needed, until ${proposal.expiresAt}`,
    `plan ${proposal.planHash.slice(0, 12)}`,
    '',
    ...coloured(proposal.diff),
    '',
    ...plan.actions.map(
      (action) =>
        `${action.id} ${action.type}: ${action.target.kind} ${action.target.namespace ?? ''}${action.target.namespace ? '/' : ''}${action.target.name}: ${action.expected}`,
    ),
    `review: ${review.checks.filter((check) => check.result === 'passed').length} checks passed`,
    ...notPassed.map((check) => `  ${check.result}: ${check.name}: ${check.detail}`),
    '',
  ].join('\n');
}
