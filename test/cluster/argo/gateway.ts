import type { Cluster } from './cluster.ts';
import { type Gateway, gatewayAt } from './gateway-client.ts';

export type { Gateway } from './gateway-client.ts';

async function secretOf({ kubernetes }: Cluster, name: string, key: string): Promise<string> {
  const secret = (await kubernetes.get('Secret', 'auto-ops', name)) as { data?: Record<string, string> } | undefined;
  return Buffer.from(secret?.data?.[key] ?? '', 'base64').toString();
}

/** Opens a way to the gateway that runs in the cluster, with the tokens of the overlay; to be opened anew after its pod was replaced. */
export async function openGateway(cluster: Cluster): Promise<Gateway> {
  const url = await cluster.forward('auto-ops', 'auto-ops-gateway', 80);
  const person = (await secretOf(cluster, 'auto-ops-gateway', 'AUTO_OPS_TOKENS')).split('\n')[0]?.split(' ')[2] ?? '';
  const hook = await secretOf(cluster, 'auto-ops-gateway', 'AUTO_OPS_HOOK_TOKENS');
  return gatewayAt({ url, person, hook });
}
