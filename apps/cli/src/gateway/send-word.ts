import { AutoOpsError } from '@auto-ops/contracts';
import type { CommandCall } from '../command/command-definition.ts';
import { createGatewayClient } from './gateway-client.ts';
import type { IncidentView } from './incident-view.ts';

interface Answer {
  readonly isDecided: boolean;
  readonly votes: number;
  readonly needed: number;
}

/** Sends a person's word on the plan they looked at: `--plan` has to be the beginning of its hash. */
export async function sendWord(call: CommandCall, verdict: 'approved' | 'rejected'): Promise<undefined> {
  const id = call.words[0] ?? '';
  const client = createGatewayClient(call.config);
  const view = await client.get<IncidentView>(`/api/v1/incidents/${encodeURIComponent(id)}`);
  const { plan, reason } = call.options;
  if (view.proposal === undefined)
    throw new AutoOpsError('RUN_STATE_INVALID', `incident ${id} has nothing to decide; it is ${view.state}`);
  if (typeof plan !== 'string' || plan.length < 12 || !view.proposal.planHash.startsWith(plan)) {
    throw new AutoOpsError(
      'DECISION_INVALID',
      `--plan ${plan ?? '(missing)'} is not the beginning of the present plan's hash`,
      {
        hint: `Look at it with \`auto-ops incident show ${id}\`; it says the command with the hash.`,
      },
    );
  }
  const answer = await client.post<Answer>(`/api/v1/incidents/${encodeURIComponent(id)}/decisions`, {
    verdict,
    planHash: view.proposal.planHash,
    channel: 'cli',
    ...(typeof reason === 'string' ? { reason } : {}),
  });
  if (call.output === 'json') call.print(`${JSON.stringify(answer, null, 2)}\n`);
  else if (answer.isDecided) call.print(`${verdict}. Follow it with: auto-ops incident show ${id}\n`);
  else call.print(`${answer.votes} of ${answer.needed} approvals; somebody else has to approve as well.\n`);
  return undefined;
}
