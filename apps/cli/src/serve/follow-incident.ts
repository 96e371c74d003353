import { setTimeout as wait } from 'node:timers/promises';
import type { GatewayClient } from '../gateway/gateway-client.ts';
import type { IncidentView } from '../gateway/incident-view.ts';
import { formatNode } from '../output/format-node.ts';

/** Shows the steps of an incident as they end, until `isEnough` says so of its state. */
export async function followIncident(
  client: GatewayClient,
  id: string,
  shown: Set<string>,
  note: (text: string) => void,
  isEnough: (view: IncidentView) => boolean,
): Promise<IncidentView> {
  for (;;) {
    const view = await client.get<IncidentView>(`/api/v1/incidents/${id}`);
    for (const node of view.nodes) {
      const line = formatNode(node);
      if (line === undefined || shown.has(`${view.run}/${node.name}`)) continue;
      shown.add(`${view.run}/${node.name}`);
      note(`  ${line}\n`);
    }
    if (isEnough(view)) return view;
    await wait(100);
  }
}
