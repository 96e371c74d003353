import type { CommandCall, CommandDefinition } from '../command/command-definition.ts';
import { createGatewayClient } from '../gateway/gateway-client.ts';

async function run(call: CommandCall): Promise<undefined> {
  const path = `/api/v1/incidents/${encodeURIComponent(call.words[0] ?? '')}/retry`;
  const answer = await createGatewayClient(call.config).post<{ run: string }>(path, {});
  call.print(call.output === 'json' ? `${JSON.stringify(answer, null, 2)}\n` : `Started ${answer.run}.\n`);
  return undefined;
}

/** Runs an ended incident again. */
export const incidentRetry: CommandDefinition = {
  path: 'incident retry',
  summary: 'Run an ended incident again, from the present state; an expired proposal is made anew.',
  arguments: [{ name: 'id', summary: 'The incident.', required: true }],
  outputs: ['text', 'json'],
  example: 'auto-ops incident retry 4be1c02a9f',
  run,
};
