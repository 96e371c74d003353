import { styleText } from 'node:util';
import type { IncidentView } from '../gateway/incident-view.ts';
import { formatAnalysis } from './format-analysis.ts';
import { formatNode } from './format-node.ts';
import { formatProposal } from './format-proposal.ts';

function hindranceOf({ hindrance, state }: IncidentView): string[] {
  if (hindrance === undefined) return [];
  const { code, message, hint, since } = hindrance;
  const what =
    state === 'ended' ? 'its run could not start' : `its run cannot start since ${since}, and is tried again`;
  return [`${styleText('red', what)}: ${code}: ${message}`, `hint: ${hint}`];
}

function firingOf({ id, ending, firedAgainAt, retryAt }: IncidentView): string[] {
  if (firedAgainAt === undefined) return [];
  const next =
    retryAt === undefined ? `run it again with: auto-ops incident retry ${id}` : `it runs again at ${retryAt}`;
  return [
    `${styleText('yellow', 'still firing')}: told again at ${firedAgainAt}, after it ended as ${ending}; ${next}`,
  ];
}

/** Everything known of an incident, for a terminal. */
export function formatIncident(view: IncidentView): string {
  const steps = view.nodes.map(formatNode).filter((line) => line !== undefined);
  const state = view.ending === undefined ? view.state : `${view.state}: ${view.ending}`;
  return [
    `${styleText('bold', view.title)}  (${view.id}, ${view.severity}, ${state})`,
    `opened ${view.createdAt}, run ${view.run}`,
    ...hindranceOf(view),
    ...firingOf(view),
    ...(view.report === undefined ? [] : ['', view.report.headline]),
    ...(steps.length > 0 ? ['', ...steps] : []),
    ...(view.analysis === undefined ? [] : ['', formatAnalysis(view.analysis).trimEnd()]),
    ...(view.proposal === undefined ? [] : ['', formatProposal(view.proposal).trimEnd()]),
    ...(view.decision === undefined
      ? []
      : [`decision: ${view.decision.verdict} by ${view.decision.approvers.join(', ')}`]),
    ...(view.state === 'waiting' && view.proposal !== undefined
      ? ['', `Approve with: auto-ops incident approve ${view.id} --plan ${view.proposal.planHash.slice(0, 12)}`]
      : []),
    '',
  ].join('\n');
}
