import type { IncidentView } from '../harness/service.ts';
import type { Cluster } from './cluster.ts';

/** The gateway that runs in the cluster, spoken to with the tokens of the overlay. */
export interface Gateway {
  /** Posts an Alertmanager body and gives the status of the answer. */
  alert(alert: object): Promise<number>;
  incidents(): Promise<{ id: string; state: string }[]>;
  incident(id: string): Promise<IncidentView>;
  decide(id: string, planHash: string, verdict: 'approved' | 'rejected'): Promise<void>;
  /** The bytes of the incident's bundle. */
  bundle(id: string): Promise<Buffer>;
}

async function secretOf({ kubernetes }: Cluster, name: string, key: string): Promise<string> {
  const secret = (await kubernetes.get('Secret', 'auto-ops', name)) as { data?: Record<string, string> } | undefined;
  return Buffer.from(secret?.data?.[key] ?? '', 'base64').toString();
}

/** Opens a way to the gateway; `again` opens it anew after its pod was replaced. */
export async function openGateway(cluster: Cluster): Promise<Gateway> {
  const address = await cluster.forward('auto-ops', 'auto-ops-gateway', 80);
  const person = (await secretOf(cluster, 'auto-ops-gateway', 'AUTO_OPS_TOKENS')).split('\n')[0]?.split(' ')[2] ?? '';
  const hook = await secretOf(cluster, 'auto-ops-gateway', 'AUTO_OPS_HOOK_TOKENS');

  async function call(method: string, path: string, bearer: string, body?: object): Promise<Response> {
    const answer = await fetch(address + path, {
      method,
      headers: { authorization: `Bearer ${bearer}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(30_000),
    });
    if (!answer.ok)
      throw new Error(`${method} ${path} answered ${answer.status}: ${(await answer.text()).slice(0, 400)}`);
    return answer;
  }
  const json = async (path: string) => (await call('GET', path, person)).json();

  return {
    alert: async (alert) => (await call('POST', '/hooks/alertmanager', hook, alert)).status,
    incidents: async () =>
      ((await json('/api/v1/incidents?limit=500')) as { incidents: { id: string; state: string }[] }).incidents,
    incident: async (id) => (await json(`/api/v1/incidents/${id}`)) as IncidentView,
    decide: async (id, planHash, verdict) => {
      await call('POST', `/api/v1/incidents/${id}/decisions`, person, {
        verdict,
        planHash,
        reason: 'a check on the cluster',
      });
    },
    bundle: async (id) =>
      Buffer.from(await (await call('GET', `/api/v1/incidents/${id}/bundle`, person)).arrayBuffer()),
  };
}
