import { readFileSync } from 'node:fs';
import { decisionText } from '@auto-ops/policy';
import { nodeCryptography } from '@auto-ops/runtime';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { notification } from '../__fixtures__/notification.ts';
import { proposalOf } from '../__fixtures__/proposal.ts';
import { hookToken, type TestGateway, testGateway, tokens } from '../__fixtures__/test-gateway.ts';

let gateway: TestGateway;
let id: string;
let run: string;
let planHash: string;

const send = (method: 'GET' | 'POST', url: string, token: string, payload?: object) =>
  gateway.server.inject({
    method,
    url,
    headers: { authorization: `Bearer ${token}` },
    ...(payload === undefined ? {} : { payload }),
  });
const decide = (payload: object, token: string = tokens.approver) =>
  send('POST', `/api/v1/incidents/${id}/decisions`, token, payload);
const hook = (body: object) => send('POST', '/hooks/alertmanager', hookToken, body);

beforeEach(async () => {
  gateway = await testGateway();
  await hook(notification());
  await gateway.settled();
  ({ id, run } = (await send('GET', '/api/v1/incidents', tokens.viewer)).json().incidents[0]);
  const proposal = proposalOf(run, id);
  ({ planHash } = proposal);
  gateway.parts.store.decisions.putProposal(proposal);
  gateway.engine.move(run, 'Suspended');
});
afterEach(() => gateway.close());

it('signs an approval that the public key verifies, and wakes the run', async () => {
  const answer = await decide({ verdict: 'approved', planHash });
  await gateway.settled();

  expect(answer.json()).toMatchObject({ isDecided: true, votes: 1, needed: 1 });
  const [decision] = gateway.engine.decided;
  expect(decision).toMatchObject({ verdict: 'approved', planHash, run, approvers: [{ id: 'ada', channel: 'rest' }] });
  const publicKey = readFileSync(gateway.parts.key.publicKeyFile, 'utf8');
  expect(decision && nodeCryptography.verifyEd25519(publicKey, decisionText(decision), decision.signature)).toBe(true);
  expect(await gateway.parts.store.audit.verify()).toBeUndefined();
});

it.each([
  ['another plan hash', () => decide({ verdict: 'approved', planHash: 'c'.repeat(64) }), 403, 'DECISION_INVALID'],
  ['no plan hash', () => decide({ verdict: 'approved' }), 422, 'REQUEST_INVALID'],
  ['a viewer', () => decide({ verdict: 'approved', planHash }, tokens.viewer), 403, 'PERMISSION_DENIED'],
  [
    'an unknown token',
    () => decide({ verdict: 'approved', planHash }, 'nobody-has-this-token'),
    401,
    'AUTHENTICATION_FAILED',
  ],
])('refuses an approval with %s', async (_, act, status, code) => {
  const answer = await act();
  await gateway.settled();

  expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  expect(gateway.engine.decided).toEqual([]);
});

it('refuses the person who asked, and an expired proposal', async () => {
  gateway.parts.store.decisions.putProposal(proposalOf(run, id, { requester: 'ada' }));
  const own = await decide({ verdict: 'approved', planHash });
  gateway.parts.store.decisions.putProposal(proposalOf(run, id, { expiresAt: '2020-01-01T00:00:00Z' }));
  const late = await decide({ verdict: 'approved', planHash });

  expect(own.json().detail).toContain('ada asked for this incident');
  expect(['DECISION_INVALID', 'RUN_STATE_INVALID']).toContain(late.json().code);
});

it('signs nothing that the steps would not take: an administrator owns no workload of class R3', async () => {
  gateway.parts.store.decisions.putProposal(proposalOf(run, id, { class: 'R3' }));

  const root = await decide({ verdict: 'approved', planHash }, tokens.admin);
  const ada = await decide({ verdict: 'approved', planHash });

  expect([root.statusCode, root.json().detail]).toEqual([403, expect.stringContaining('root has none of the roles')]);
  expect(ada.json()).toMatchObject({ isDecided: true, votes: 1 });
});

it('keeps neither vote nor decision where the plan is not the one of the hash', async () => {
  const proposal = proposalOf(run, id);
  gateway.parts.store.decisions.putProposal({ ...proposal, plan: { ...proposal.plan, incident: 'another' } });

  const answer = await decide({ verdict: 'approved', planHash });

  expect(answer.json()).toMatchObject({ code: 'DECISION_INVALID', detail: expect.stringContaining('altered') });
  expect(gateway.parts.store.decisions.decision(run)).toBeUndefined();
  expect(gateway.parts.store.decisions.votes(run, planHash)).toEqual([]);
});

it('needs two different people where policy says two', async () => {
  gateway.parts.store.decisions.putProposal(proposalOf(run, id, { approvals: 2 }));

  const first = await decide({ verdict: 'approved', planHash });
  const same = await decide({ verdict: 'approved', planHash });
  const second = await decide({ verdict: 'approved', planHash }, tokens.shop);

  expect([first, same, second].map((answer) => answer.json().isDecided)).toEqual([false, false, true]);
});

it('decides once: fifty clicks at a time wake the run once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => decide({ verdict: index % 2 === 0 ? 'approved' : 'rejected', planHash })),
  );
  await gateway.settled();

  expect(answers.filter((answer) => answer.statusCode === 200)).toHaveLength(1);
  expect(gateway.engine.decided).toHaveLength(1);
});

it('signs an expiry when nobody decides, and a cancellation when every alert is resolved', async () => {
  gateway.parts.store.decisions.putProposal(proposalOf(run, id, { expiresAt: '2020-01-01T00:00:00Z' }));
  await gateway.settled();
  expect(gateway.engine.decided).toMatchObject([{ verdict: 'expired', approvers: [{ id: 'policy' }] }]);

  await hook(notification({ labels: { deployment: 'web' } }));
  await gateway.settled();
  const other = gateway.parts.store.incidents.list(10).find((record) => record.incident.id !== id);
  gateway.parts.store.decisions.putProposal(proposalOf(other?.run ?? '', other?.incident.id ?? ''));
  gateway.engine.move(other?.run ?? '', 'Suspended');
  await hook(notification({ status: 'resolved', labels: { deployment: 'web' } }));
  await gateway.settled();

  expect(gateway.engine.decided[1]).toMatchObject({ verdict: 'cancelled', run: other?.run });
});

it('shows an incident only to people of its namespaces', async () => {
  await hook(notification({ labels: { namespace: 'bank', deployment: 'vault' } }));
  await gateway.settled();
  const all = (await send('GET', '/api/v1/incidents', tokens.viewer)).json().incidents;
  const shop = (await send('GET', '/api/v1/incidents', tokens.shop)).json().incidents;
  const hidden = all.find((incident: { title: string }) => incident.title.includes('vault'));

  expect(all).toHaveLength(2);
  expect(shop.map((incident: { id: string }) => incident.id)).toEqual([id]);
  expect((await send('GET', `/api/v1/incidents/${hidden.id}`, tokens.shop)).json().code).toBe('INCIDENT_UNKNOWN');
});

it('retries an ended incident as a run of its own', async () => {
  const early = await send('POST', `/api/v1/incidents/${id}/retry`, tokens.reporter);
  gateway.engine.move(run, 'Succeeded');
  const answer = await send('POST', `/api/v1/incidents/${id}/retry`, tokens.reporter);
  await gateway.settled();

  expect(early.json().code).toBe('RUN_STATE_INVALID');
  expect(answer.json()).toEqual({ incident: id, run: `incident-${id}-2` });
  expect(gateway.engine.started.map((entry) => entry.options.name)).toEqual([run, `${run}-2`]);
});
