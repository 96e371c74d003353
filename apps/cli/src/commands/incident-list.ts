import { stripVTControlCharacters, styleText } from 'node:util';
import type { CommandCall, CommandDefinition } from '../command/command-definition.ts';
import { createGatewayClient } from '../gateway/gateway-client.ts';
import type { IncidentSummary } from '../gateway/incident-view.ts';

async function run(call: CommandCall): Promise<undefined> {
  const state = typeof call.options.state === 'string' ? `?state=${encodeURIComponent(call.options.state)}` : '';
  const { incidents } = await createGatewayClient(call.config).get<{ incidents: IncidentSummary[] }>(
    `/api/v1/incidents${state}`,
  );
  if (call.output === 'json') {
    call.print(`${JSON.stringify(incidents, null, 2)}\n`);
    return undefined;
  }
  if (incidents.length === 0) call.note('No incidents.\n');
  for (const incident of incidents) {
    const word = incident.ending ?? incident.state;
    const mark = styleText(
      incident.state === 'waiting' ? 'yellow' : incident.state === 'ended' ? 'dim' : 'cyan',
      word.padEnd(14),
    );
    call.print(
      `${incident.id}  ${mark} ${incident.severity.padEnd(9)} ${incident.createdAt}  ${stripVTControlCharacters(incident.title)}${incident.firedAgainAt === undefined ? '' : styleText('yellow', '  still firing')}\n`,
    );
  }
  return undefined;
}

/** The incidents of the gateway. */
export const incidentList: CommandDefinition = {
  path: 'incident list',
  summary: 'List incidents, newest first.',
  options: [
    { flags: '--state <state>', summary: 'Only those that are queued, investigating, waiting, applying or ended.' },
  ],
  outputs: ['text', 'json'],
  example: 'auto-ops incident list --state waiting',
  run,
};
