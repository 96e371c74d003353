import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { githubGateway, issue, repository, secrets, signatureOf, told } from '../__fixtures__/github-gateway.ts';
import { hookToken } from '../__fixtures__/test-gateway.ts';

type Gateway = Awaited<ReturnType<typeof githubGateway>>;
let gateway: Gateway;
afterEach(() => gateway.close());

it('opens an incident for a labelled issue, within the namespaces of the repository, and remembers the issue', async () => {
  gateway = await githubGateway();

  const answer = await gateway.deliver('issues', told.labelled());

  expect(answer.statusCode).toBe(202);
  expect(answer.json()).toMatchObject({ result: 'new' });
  const [record] = gateway.store.incidents.list(10);
  expect(record?.incident).toMatchObject({
    title: 'The cart does not answer',
    scope: { namespaces: ['shop'] },
    requester: 'rita',
  });
  expect(gateway.store.origins.of(record?.incident.id ?? '')).toEqual({
    incident: record?.incident.id,
    repository: 4711,
    number: 7,
    askers: ['rita', 'root'],
  });
  expect(gateway.engine.started).toHaveLength(1);
});

it('takes a redelivery, and the same body under another id, for what it is', async () => {
  gateway = await githubGateway();
  const delivery = randomUUID();

  const first = await gateway.deliver('issues', told.labelled(), { 'x-github-delivery': delivery });
  const again = await gateway.deliver('issues', told.labelled(), { 'x-github-delivery': delivery });
  const renamed = await gateway.deliver('issues', told.labelled());

  expect([first, again, renamed].map((answer) => answer.json().result)).toEqual(['new', 'repeat', 'repeat']);
  expect(gateway.store.journal.counts()).toMatchObject({ accepted: 3, started: 1, grouped: 2, pending: 0 });
  expect(gateway.store.incidents.list(10)).toHaveLength(1);
});

it('opens no second incident for an issue whose incident is open', async () => {
  gateway = await githubGateway();
  await gateway.deliver('issues', told.labelled());

  await gateway.deliver('issues', told.labelled('rita-hub', { title: 'Label off and on again' }));

  expect(gateway.store.incidents.list(10)).toHaveLength(1);
  expect(gateway.store.journal.counts().grouped).toBe(1);
});

it('opens an incident for a failed workflow, and ends the alert when it succeeds', async () => {
  gateway = await githubGateway();

  await gateway.deliver('workflow_run', told.run('failure'));
  await gateway.deliver('workflow_run', told.run('failure', { head_branch: 'topic' }));
  await gateway.deliver('workflow_run', told.run('success', { id: 32, created_at: '2026-11-21T11:00:00Z' }));

  const records = gateway.store.incidents.list(10);
  expect(records.map(({ incident }) => incident.title)).toEqual(Array(2).fill('GitHubWorkflowFailed in octo/shop'));
  const statusOf = (branch: string) =>
    records.flatMap(({ alerts }) => alerts).find(({ labels }) => labels.branch === branch)?.status;
  expect([statusOf('main'), statusOf('topic')]).toEqual(['resolved', 'firing']);
});

it('asks once for maintenance after a push that touches runbooks', async () => {
  gateway = await githubGateway();

  await gateway.deliver('push', told.push());
  await gateway.deliver('push', { ...told.push(), compare: 'the same commit, told twice' });

  expect(gateway.store.maintenance.open()).toMatchObject([
    { job: 'reindex', subject: { repository: 'octo/shop', commit: 'b'.repeat(40), base: 'a'.repeat(40) } },
  ]);
  expect(gateway.store.journal.counts()).toMatchObject({ started: 1, grouped: 1 });
});

it.each([
  ['an event of no use', 'ping', { zen: 'Keep it logically awesome.' }],
  [
    'a repository that does not count',
    'issues',
    { ...told.labelled(), repository: { ...repository, full_name: 'evil/shop' } },
  ],
  ['a label of another kind', 'issues', { ...told.labelled(), label: { name: 'bug' } }],
])('accepts and filters %s', async (_, event, body) => {
  gateway = await githubGateway();

  const answer = await gateway.deliver(event, body);

  expect(answer.statusCode).toBe(202);
  expect(gateway.store.journal.counts()).toMatchObject({ accepted: 1, filtered: 1 });
});

it('keeps the body as it was signed, however it is written, and quarantines what it cannot read', async () => {
  gateway = await githubGateway();
  const text = `\n  ${JSON.stringify({ action: 'labeled', issue, title: 'größe' }, undefined, 3)}\t`;

  const answer = await gateway.deliver('issues', text);

  expect(answer.statusCode).toBe(202);
  expect(gateway.store.journal.counts()).toMatchObject({ accepted: 1, quarantined: 1 });
});

it('takes both secrets while one replaces the other', async () => {
  gateway = await githubGateway();
  const text = JSON.stringify(told.labelled());

  const answer = await gateway.deliver('issues', text, { 'x-hub-signature-256': signatureOf(text, secrets.old) });

  expect(answer.statusCode).toBe(202);
});

it.each([
  ['no signature', { 'x-hub-signature-256': '' }, 401, 'AUTHENTICATION_FAILED'],
  [
    'a signature of another secret',
    { 'x-hub-signature-256': signatureOf('{}', 'x'.repeat(20)) },
    401,
    'AUTHENTICATION_FAILED',
  ],
  ['a signature of another body', { 'x-hub-signature-256': signatureOf('{}') }, 401, 'AUTHENTICATION_FAILED'],
  ['a signature that is none', { 'x-hub-signature-256': `sha256=${'g'.repeat(64)}` }, 401, 'AUTHENTICATION_FAILED'],
  [
    'a bearer token in its place',
    { 'x-hub-signature-256': '', authorization: `Bearer ${hookToken}` },
    401,
    'AUTHENTICATION_FAILED',
  ],
  ['no event', { 'x-github-event': '' }, 422, 'REQUEST_INVALID'],
  ['a delivery id that is none', { 'x-github-delivery': '../1' }, 422, 'REQUEST_INVALID'],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'REQUEST_UNSUPPORTED'],
])('refuses %s and keeps nothing', async (_, headers, status, code) => {
  gateway = await githubGateway();

  const answer = await gateway.deliver('issues', told.labelled(), headers);

  expect(answer.statusCode).toBe(status);
  expect(answer.json()).toMatchObject({ code });
  expect(gateway.store.journal.counts().accepted).toBe(0);
});

it.each(['', '{', '[]', '{"__proto__":{"admin":true}}', '7'])('refuses the signed body %o', async (text) => {
  gateway = await githubGateway();

  const answer = await gateway.deliver('issues', text);

  expect(answer.statusCode).toBe(422);
  expect(gateway.store.journal.counts().accepted).toBe(0);
});

it('has no hook where no secret is configured', async () => {
  gateway = await githubGateway({ githubWebhookSecrets: undefined });

  const answer = await gateway.deliver('issues', told.labelled());

  expect(answer.statusCode).toBe(404);
  expect(answer.json()).toMatchObject({ code: 'ROUTE_UNKNOWN' });
});
