import type { IncidentView } from '../harness/service.ts';

/** A gateway as a person, an alert's sender and an auditor use it. */
export interface Gateway {
  /** Posts an Alertmanager body and gives the status of the answer. */
  alert(alert: object): Promise<number>;
  incidents(): Promise<{ id: string; state: string }[]>;
  incident(id: string): Promise<IncidentView>;
  decide(id: string, planHash: string, verdict: 'approved' | 'rejected' | 'cancelled'): Promise<void>;
  /** Ends a run that proposes nothing yet. */
  cancel(id: string): Promise<void>;
  /** The Report document. */
  report(id: string): Promise<object>;
  /** Kinds of the audit's entries about a run, oldest first. Throws where the chain of entries is broken. */
  audit(run: string): Promise<string[]>;
  /** What the gateway answers to a GET of that path. */
  read(path: string): Promise<string>;
  /** The bytes of the incident's bundle. */
  bundle(id: string): Promise<Buffer>;
}

/** What opens a gateway: a token of a person who may everything, and one of the hooks. */
export interface GatewayAddress {
  readonly url: string;
  readonly person: string;
  readonly hook: string;
}

/** A client of the gateway at that address. Every call throws where the answer is not a good one. */
export function gatewayAt({ url, person, hook }: GatewayAddress): Gateway {
  async function call(method: string, path: string, bearer: string, body?: object): Promise<Response> {
    const answer = await fetch(url + path, {
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
  const decision = (id: string, body: object) => call('POST', `/api/v1/incidents/${id}/decisions`, person, body);

  return {
    alert: async (alert) => (await call('POST', '/hooks/alertmanager', hook, alert)).status,
    incidents: async () =>
      ((await json('/api/v1/incidents?limit=500')) as { incidents: { id: string; state: string }[] }).incidents,
    incident: async (id) => (await json(`/api/v1/incidents/${id}`)) as IncidentView,
    decide: async (id, planHash, verdict) => {
      await decision(id, { verdict, planHash, reason: 'a check on the cluster' });
    },
    cancel: async (id) => {
      await decision(id, { verdict: 'cancelled', reason: 'a check on the cluster' });
    },
    report: async (id) => (await json(`/api/v1/incidents/${id}/report`)) as object,
    audit: async (run) => {
      const path = `/api/v1/audit?limit=1000&subject=${encodeURIComponent(run)}`;
      const { entries, isWhole } = (await json(path)) as { entries: { kind: string }[]; isWhole: boolean };
      if (!isWhole) throw new Error('the chain of the audit is broken');
      return entries.map(({ kind }) => kind).reverse();
    },
    read: async (path) => (await call('GET', path, person)).text(),
    bundle: async (id) =>
      Buffer.from(await (await call('GET', `/api/v1/incidents/${id}/bundle`, person)).arrayBuffer()),
  };
}
