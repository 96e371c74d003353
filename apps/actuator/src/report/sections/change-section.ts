import type { Effect, Effects } from '@auto-ops/contracts';
import { codeBlock } from '../code-block.ts';
import { codeSpan } from '../code-span.ts';
import { describeAction } from '../describe-action.ts';
import { prose } from '../prose.ts';
import type { ReportSource } from '../report-source.ts';

/** What was planned, who approved it, what was done, what was taken back, and the difference it makes. */
export function changeSection({ report, documents }: ReportSource): string {
  const { proposal, decision, effects, undo } = report;
  const plan = proposal?.plan ?? documents.plan;
  if (plan === undefined || plan.actions.length === 0) {
    // The attempts before it were turned down, and a person has to know why.
    const lines = proposal === undefined ? reviewLines(report.reviews) : [];
    return lines.length === 0 ? '' : ['## What was planned', '', 'No plan is left.', ...lines].join('\n');
  }
  const actions = plan.actions.map((action) => {
    const { kind, namespace, name } = action.target;
    const target = codeSpan([kind, namespace, name].filter((part) => part !== undefined).join('/'));
    const known = proposal?.rehearsal.actions.find((one) => one.id === action.id);
    const risk = known === undefined ? '' : ` Class ${known.class}: ${prose(known.reasons.join(' '))}`;
    return `1. ${codeSpan(action.type)} on ${target}: ${prose(describeAction(action))}${risk}`;
  });
  return [
    '## What was planned',
    '',
    prose(plan.summary, 1000),
    '',
    ...actions,
    ...(proposal === undefined ? reviewLines(report.reviews) : ['', approvalText(proposal, decision)]),
    ...effectLines('## What was done', effects),
    ...effectLines('## What was taken back', undo),
    ...(proposal !== undefined && proposal.diff !== ''
      ? ['', '## Difference', '', codeBlock(proposal.diff, 'diff')]
      : []),
  ].join('\n');
}

function approvalText(
  proposal: NonNullable<ReportSource['report']['proposal']>,
  decision: ReportSource['report']['decision'],
): string {
  const plan = `Plan ${codeSpan(proposal.planHash.slice(0, 12))}, class ${proposal.class}`;
  if (decision === undefined) return `${plan}. Nobody decided before ${proposal.expiresAt}.`;
  const people = decision.approvers.map((one) => `${codeSpan(one.id)} (${one.channel}, ${one.at})`).join(', ');
  const reason = decision.reason === undefined ? '' : ` ${prose(decision.reason)}`;
  return `${plan}. **${decision.verdict}** by ${people || 'nobody'}.${reason}`;
}

function reviewLines(reviews: ReportSource['report']['reviews']): string[] {
  const last = reviews.at(-1);
  if (last === undefined) return [];
  const failed = last.checks.filter((check) => check.result === 'failed');
  return [
    '',
    `The review said **${last.verdict}** after ${reviews.length} of the attempts.`,
    ...failed.map((check) => `- ${codeSpan(check.name)}: ${prose(check.detail)}`),
  ];
}

function effectLines(title: string, effects: Effects | undefined): string[] {
  if (effects === undefined || effects.effects.length === 0) return [];
  return ['', title, '', ...effects.effects.map(effectLine)];
}

function effectLine(effect: Effect): string {
  const { kind, namespace, name } = effect.target;
  const target = codeSpan([kind, namespace, name].filter((part) => part !== undefined).join('/'));
  const hint = effect.error === undefined ? '' : ` ${codeSpan(effect.error.code)} ${prose(effect.error.hint)}`;
  return `1. **${effect.status}** ${codeSpan(effect.type)} on ${target} at ${effect.endedAt}: ${prose(effect.detail)}${hint}`;
}
