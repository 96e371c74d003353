import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { AutoOpsError } from '@auto-ops/contracts';
import type { CommandCall } from '../command/command-definition.ts';
import type { GatewayClient } from '../gateway/gateway-client.ts';
import type { IncidentSummary } from '../gateway/incident-view.ts';
import { formatAnalysis } from '../output/format-analysis.ts';
import { formatProposal } from '../output/format-proposal.ts';
import { followIncident } from './follow-incident.ts';
import type { LocalSecrets } from './local-secrets.ts';

/** What playing the sample needs. */
export interface SampleParts {
  readonly client: GatewayClient;
  readonly folder: string;
  readonly secrets: LocalSecrets;
  readonly once: boolean;
}

async function opened(client: GatewayClient): Promise<IncidentSummary> {
  for (let look = 0; look < 200; look += 1) {
    const { incidents } = await client.get<{ incidents: IncidentSummary[] }>('/api/v1/incidents');
    if (incidents[0] !== undefined) return incidents[0];
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new AutoOpsError('DEFECT', 'the sample alert was accepted and no incident opened', {
    hint: 'The log of the gateway tells why.',
  });
}

/** Sends the recorded alert through the real hook and shows its run; resolves to the ending, or to nothing while it waits. */
export async function playSample(call: CommandCall, { client, folder, secrets, once }: SampleParts): Promise<string> {
  const heading = (text: string) => call.note(`\n${styleText('bold', text)}\n`);
  heading('A recorded incident of a real cluster arrives at the Alertmanager hook');
  await client.post(
    '/hooks/alertmanager',
    JSON.parse(readFileSync(join(folder, 'notification.json'), 'utf8')),
    secrets.hookToken,
  );
  const { id, title } = await opened(client);
  call.note(`  incident ${id}: ${title}\n`);
  const shown = new Set<string>();
  const waiting = await followIncident(
    client,
    id,
    shown,
    call.note,
    (view) => view.state === 'ended' || (view.state === 'waiting' && view.proposal !== undefined),
  );
  if (waiting.analysis !== undefined) {
    heading('What is wrong');
    call.note(formatAnalysis(waiting.analysis).replace(/^/gm, '  ').trimEnd());
    call.note('\n');
  }
  if (waiting.proposal !== undefined && waiting.state === 'waiting') {
    heading('What would mend it');
    call.note(`${formatProposal(waiting.proposal).replace(/^/gm, '  ').trimEnd()}\n`);
    const command = `npm run --silent auto-ops -- incident approve ${id} --plan ${waiting.proposal.planHash.slice(0, 12)}`;
    if (once) {
      heading('demo-approver approves');
      await client.post(
        `/api/v1/incidents/${id}/decisions`,
        { verdict: 'approved', planHash: waiting.proposal.planHash, reason: 'approved by the demonstration' },
        secrets.demoToken,
      );
    } else {
      heading('It waits for you. Approve it from another terminal:');
      call.note(`  ${command}\n`);
    }
  }
  const ended = await followIncident(client, id, shown, call.note, (view) => view.state === 'ended');
  heading('Report');
  call.print(await client.text(`/api/v1/incidents/${id}/report`, 'text/markdown'));
  return ended.ending ?? 'failed';
}
