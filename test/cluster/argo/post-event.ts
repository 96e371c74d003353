import type { Cluster } from './cluster.ts';

/** Posts to the EventSource as the gateway does. */
export async function postEvent(cluster: Cluster, body: object): Promise<void> {
  const address = await cluster.forward('argo-events', 'auto-ops-eventsource-svc', 12000);
  const secret = (await cluster.kubernetes.get('Secret', 'auto-ops', 'auto-ops-events-token')) as
    | { data?: { token: string } }
    | undefined;
  const token = Buffer.from(secret?.data?.token ?? '', 'base64').toString();
  const answer = await fetch(`${address}/auto-ops`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`the event source answered ${answer.status}`);
}
