import { type Analysis, type Report, runApiPaths } from '@auto-ops/contracts';
import { createRunApi } from '@auto-ops/runtime';
import { expect, it, onTestFinished } from 'vitest';
import { notification } from '../__fixtures__/notification.ts';
import { proposalOf } from '../__fixtures__/proposal.ts';
import { stepCluster } from '../__fixtures__/step-cluster.ts';
import { hookToken, testGateway, tokens } from '../__fixtures__/test-gateway.ts';
import { identifyByToken } from './identify-by-token.ts';
import { createRunApiServer } from './run-api-server.ts';

/** A gateway with one incident, its run API on a port, and clients with the tokens of steps. */
async function openNetwork() {
  const gateway = await testGateway();
  await gateway.server.inject({
    method: 'POST',
    url: '/hooks/alertmanager',
    headers: { authorization: `Bearer ${hookToken}` },
    payload: notification(),
  });
  await gateway.settled();
  const [record] = gateway.parts.store.incidents.list(1);
  const run = record?.run ?? '';
  const { api } = await stepCluster({
    actuator: { account: 'actuator', run },
    stranger: { account: 'actuator', run: 'incident-other' },
    apply: { account: 'actuator-apply', run },
    rehearse: { account: 'actuator-rehearse', run },
    fixer: { account: 'fixer', run },
    source: { account: 'collector-source', run },
  });
  const server = await createRunApiServer(gateway.parts, identifyByToken(api, 'auto-ops'));
  const address = `http://127.0.0.1:${await server.listen('127.0.0.1:0')}`;
  onTestFinished(async () => {
    await server.close();
    await gateway.close();
  });
  const client = (token?: string) => createRunApi({ address, token, tries: 1 });
  return { run, incident: record?.incident.id ?? '', address, client, gateway };
}

const analysis: Analysis = {
  schemaVersion: 1,
  bundle: 'abc',
  verdict: 'identified',
  summary: 'The probe asks the wrong port.',
  causes: [],
  findings: [],
  suspectChanges: [],
  affected: [],
  ruledOut: [],
  runbooks: [],
  diagnostics: [],
  basis: 'rules',
};

it('takes the proposal of the own run from the actuator, over the network', async () => {
  const { client, run, incident, gateway } = await openNetwork();

  await client('actuator').propose(run, proposalOf(run, incident));

  expect(gateway.parts.store.decisions.proposal(run)?.run).toBe(run);
  expect(await client('apply').decision(run)).toBeUndefined();
});

it('shows what a run has found out before there is a report', async () => {
  const { client, run, incident, gateway } = await openNetwork();
  const url = `/api/v1/incidents/${incident}`;
  const show = async () =>
    (await gateway.server.inject({ url, headers: { authorization: `Bearer ${tokens.viewer}` } })).json();
  expect((await show()).analysis).toBeUndefined();

  await client('actuator').analysis(run, analysis);
  await client('actuator').analysis(run, { ...analysis, verdict: 'suspected' });

  expect(await show()).toMatchObject({ analysis: { verdict: 'suspected', summary: analysis.summary } });
  await expect(client('stranger').analysis(run, analysis)).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
  await expect(client('fixer').analysis(run, analysis)).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
});

it.each([
  ['with the hash of another plan', { planHash: 'c'.repeat(64) }, /planHash/],
  ['that asks for fewer approvals than its class needs', { approvals: 0 }, /approvals/],
] as const)('takes no proposal %s', async (_, over, message) => {
  const { client, run, incident, gateway } = await openNetwork();

  await expect(client('actuator').propose(run, proposalOf(run, incident, over))).rejects.toThrow(message);
  expect(gateway.parts.store.decisions.proposal(run)).toBeUndefined();
});

it.each([
  ['nobody', undefined, 'AUTHENTICATION_FAILED'],
  ['an unknown token', 'unknown', 'AUTHENTICATION_FAILED'],
  ['a step of another run', 'stranger', 'PERMISSION_DENIED'],
  ['the account that applies', 'apply', 'PERMISSION_DENIED'],
  ['an account that may nothing', 'fixer', 'PERMISSION_DENIED'],
])('takes no proposal from %s', async (_, token, code) => {
  const { client, run, incident, gateway } = await openNetwork();

  await expect(client(token).propose(run, proposalOf(run, incident))).rejects.toMatchObject({ code });
  expect(gateway.parts.store.decisions.proposal(run)).toBeUndefined();
});

it('lets the rehearsal see the limits and nothing else', async () => {
  const { client, run } = await openNetwork();

  expect(await client('rehearse').policyState()).toMatchObject({ freezes: [] });
  await expect(client('rehearse').decision(run)).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
  await expect(client('rehearse').approver('ada')).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
});

it('keeps a bundle that the actuator hands in, and gives it to the next run of the incident', async () => {
  const { client, run, incident, address, gateway } = await openNetwork();
  const read = (token: string, of: string) =>
    fetch(`${address}${runApiPaths.bundle(of)}`, { headers: { authorization: `Bearer ${token}` } });

  const before = await read('source', run);
  await client('actuator').bundle(run, Buffer.from('archive'));
  const after = await read('source', run);

  expect([before.status, after.status, await after.text()]).toEqual([404, 200, 'archive']);
  gateway.engine.move(run, 'Failed');
  await gateway.settled();
  const retry = gateway.parts.store.incidents.retry(incident);
  const { api } = await stepCluster({ again: { account: 'collector-source', run: retry } });
  const server = await createRunApiServer(gateway.parts, identifyByToken(api, 'auto-ops'));
  onTestFinished(() => server.close());
  const port = await server.listen('127.0.0.1:0');
  const next = await fetch(`http://127.0.0.1:${port}${runApiPaths.bundle(retry)}`, {
    headers: { authorization: 'Bearer again' },
  });
  expect(await next.text()).toBe('archive');
});

it('keeps the report for people that the actuator hands in', async () => {
  const { client, run, incident, address, gateway } = await openNetwork();
  const report: Report = {
    schemaVersion: 1,
    run,
    incident: gateway.parts.store.incidents.get(incident).incident,
    ending: 'no-fault',
    headline: 'Nothing.',
    collections: [],
    reviews: [],
    steps: [],
    createdAt: new Date().toISOString(),
  };

  await client('actuator').reportText(run, '# What happened');
  await client('actuator').report(run, report);

  const shown = await gateway.server.inject({
    url: `/api/v1/incidents/${incident}/report`,
    headers: { authorization: `Bearer ${tokens.viewer}`, accept: 'text/markdown' },
  });
  expect([shown.statusCode, shown.body]).toEqual([200, '# What happened']);
  await expect(client('apply').reportText(run, 'x')).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
  const asJson = await fetch(`${address}${runApiPaths.reportText(run)}`, {
    method: 'PUT',
    headers: { authorization: 'Bearer actuator', 'content-type': 'application/json' },
    body: '{}',
  });
  expect(asJson.status).toBe(415);
});

it('counts no effect twice where the step that reports is tried again', async () => {
  const { client, run, incident, gateway } = await openNetwork();
  const target = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    namespace: 'shop',
    name: 'cart',
    uid: 'd-1',
    resourceVersion: '1',
  };
  const at = new Date().toISOString();
  const effect = {
    action: 'a1',
    type: 'rollout-undo',
    target,
    status: 'applied' as const,
    startedAt: at,
    endedAt: at,
    detail: 'Done.',
  };
  const report: Report = {
    schemaVersion: 1,
    run,
    incident: gateway.parts.store.incidents.get(incident).incident,
    ending: 'unverified',
    headline: 'Changed.',
    collections: [],
    reviews: [],
    effects: {
      schemaVersion: 1,
      incident,
      planHash: 'a'.repeat(64),
      verdict: 'applied',
      live: true,
      effects: [effect],
    },
    steps: [],
    createdAt: at,
  };

  for (let tries = 0; tries < 2; tries += 1) await client('actuator').report(run, report);

  const kinds = gateway.parts.store.audit.list(10, run).map(({ kind }) => kind);
  expect(kinds).toEqual(['report-received', 'report-received', 'effect-applied']);
});

it('has no callers by network unless it knows how to tell them', async () => {
  const gateway = await testGateway();
  const server = await createRunApiServer(gateway.parts);
  onTestFinished(async () => {
    await server.close();
    await gateway.close();
  });
  const address = `http://127.0.0.1:${await server.listen('127.0.0.1:0')}`;

  await expect(createRunApi({ address, tries: 1 }).policyState()).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
});

it('says that its port is taken', async () => {
  const gateway = await testGateway();
  const [one, other] = [await createRunApiServer(gateway.parts), await createRunApiServer(gateway.parts)];
  onTestFinished(async () => {
    await one.close();
    await other.close();
    await gateway.close();
  });
  const port = await one.listen('127.0.0.1:0');

  await expect(other.listen(`127.0.0.1:${port}`)).rejects.toMatchObject({ code: 'PORT_IN_USE', exit: 4 });
});

it('writes down once that a run was woken without a decision, and nothing where none was waited for', async () => {
  const { client, run, incident, gateway } = await openNetwork();
  const { audit } = gateway.parts.store;
  const wakings = () => audit.list(100, run).filter(({ kind }) => kind === 'woken-without-decision');

  await client('actuator').decision(run);
  expect(wakings()).toEqual([]);
  const proposal = proposalOf(run, incident);
  await client('actuator').propose(run, proposal);
  for (let tries = 0; tries < 3; tries += 1) expect(await client('actuator').decision(run)).toBeUndefined();

  expect(wakings()).toMatchObject([{ actor: 'gateway', subject: run, detail: { planHash: proposal.planHash } }]);
  const read = (token: string) =>
    gateway.server.inject({ url: `/api/v1/audit?subject=${run}`, headers: { authorization: `Bearer ${token}` } });
  expect((await read(tokens.admin)).json()).toMatchObject({
    isWhole: true,
    entries: [{ kind: 'woken-without-decision' }, {}],
  });
  expect((await read(tokens.approver)).statusCode).toBe(403);
});

it('tells a run that somebody ended it', async () => {
  const { client, run, incident, gateway } = await openNetwork();

  const before = await client('actuator').alerts(run);
  await gateway.server.inject({
    method: 'POST',
    url: `/api/v1/incidents/${incident}/decisions`,
    headers: { authorization: `Bearer ${tokens.approver}` },
    payload: { verdict: 'cancelled', reason: 'a drill' },
  });

  expect(before.cancellation).toBeUndefined();
  expect((await client('actuator').alerts(run)).cancellation).toMatchObject({ by: 'ada', reason: 'a drill' });
});
