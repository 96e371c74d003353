import { styleText } from 'node:util';
import type { IncidentView } from '../gateway/incident-view.ts';
import { formatAnalysis } from './format-analysis.ts';
import { formatNode } from './format-node.ts';
import { formatProposal } from './format-proposal.ts';

/** Everything known of an incident, for a terminal. */
export function formatIncident(view: IncidentView): string {
  const steps = view.nodes.map(formatNode).filter((line) => line !== undefined);
  const state = view.ending === undefined ? view.state : `${view.state}: ${view.ending}`;
  return [
    `${styleText('bold', view.title)}  (${view.id}, ${view.severity}, ${state})`,
    `opened ${view.createdAt}, run ${view.run}`,
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
