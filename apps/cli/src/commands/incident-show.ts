import type { CommandCall, CommandDefinition } from '../command/command-definition.ts';
import { createGatewayClient } from '../gateway/gateway-client.ts';
import type { IncidentView } from '../gateway/incident-view.ts';
import { formatIncident } from '../output/format-incident.ts';

async function run(call: CommandCall): Promise<undefined> {
  const path = `/api/v1/incidents/${encodeURIComponent(call.words[0] ?? '')}`;
  const client = createGatewayClient(call.config);
  if (call.options.report === true) {
    call.print(await client.text(`${path}/report`, call.output === 'json' ? 'application/json' : 'text/markdown'));
    return undefined;
  }
  const view = await client.get<IncidentView>(path);
  call.print(call.output === 'json' ? `${JSON.stringify(view, null, 2)}\n` : formatIncident(view));
  return undefined;
}

/** One incident with everything known of it. */
export const incidentShow: CommandDefinition = {
  path: 'incident show',
  summary: 'Show an incident: steps, causes, the proposed plan with its diff, the outcome.',
  arguments: [{ name: 'id', summary: 'The incident.', required: true }],
  options: [{ flags: '--report', summary: 'Its report instead, as Markdown.' }],
  outputs: ['text', 'json'],
  example: 'auto-ops incident show 4be1c02a9f',
  run,
};
