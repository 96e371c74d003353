import { afterEach, expect, it } from 'vitest';
import { githubGateway, secrets, signatureOf, told } from '../__fixtures__/github-gateway.ts';

type Gateway = Awaited<ReturnType<typeof githubGateway>>;
let gateway: Gateway;
afterEach(() => gateway.close());

const say = (login: string, text: string, number?: number) =>
  gateway.deliver('issue_comment', told.comment(login, text, number));

it('approves by the beginning of the hash, and wakes the run', async () => {
  gateway = await githubGateway();
  const { run, planHash } = await gateway.proposed();

  await say('ada-hub', `/auto-ops approve ${planHash.slice(0, 12)}\nlooks right`);

  expect(gateway.engine.decided).toMatchObject([
    {
      run,
      planHash,
      verdict: 'approved',
      approvers: [{ id: 'ada', channel: 'github' }],
      reason: 'a comment on octo/shop#7',
    },
  ]);
  expect(gateway.audit('vote-approved')).toMatchObject([{ actor: 'ada', detail: { channel: 'github', planHash } }]);
  expect(gateway.audit('command-refused')).toEqual([]);
});

it('takes logins in any case, and the whole hash', async () => {
  gateway = await githubGateway();
  const { planHash } = await gateway.proposed();

  await say('ADA-HUB', `/auto-ops approve ${planHash}`);

  expect(gateway.engine.decided).toHaveLength(1);
});

it.each([
  ['a stranger', 'mallory', 'AUTHENTICATION_FAILED', 'github:mallory'],
  ['a reporter', 'rita-hub', 'PERMISSION_DENIED', 'rita'],
  ['a viewer', 'vera-hub', 'PERMISSION_DENIED', 'vera'],
  ['who wrote the issue', 'wilma-hub', 'DECISION_INVALID', 'root'],
])('refuses %s, in the audit, and goes on', async (_, login, code, actor) => {
  gateway = await githubGateway();
  const { id, planHash } = await gateway.proposed();

  const answer = await say(login, `/auto-ops approve ${planHash}`);

  expect(answer.statusCode).toBe(202);
  expect(gateway.engine.decided).toEqual([]);
  expect(gateway.audit('command-refused')).toMatchObject([
    { actor, subject: id, detail: { command: 'approve', code, place: 'octo/shop#7' } },
  ]);
  expect(gateway.store.journal.counts()).toMatchObject({ filtered: 1, pending: 0, quarantined: 0 });
  await say('ada-hub', `/auto-ops approve ${planHash}`);
  expect(gateway.engine.decided).toHaveLength(1);
});

it('refuses who put the label on the issue, although they may approve', async () => {
  gateway = await githubGateway({ githubIdentities: 'rita-hub ada' });
  const { planHash } = await gateway.proposed();

  await say('rita-hub', `/auto-ops approve ${planHash}`);

  expect(gateway.audit('command-refused')).toMatchObject([{ actor: 'ada', detail: { code: 'DECISION_INVALID' } }]);
});

it('refuses a person whose namespaces are others', async () => {
  gateway = await githubGateway({ githubRepositories: 'octo/shop billing' });
  const { planHash } = await gateway.proposed();

  await say('sam-hub', `/auto-ops approve ${planHash}`);

  expect(gateway.audit('command-refused')).toMatchObject([{ actor: 'sam', detail: { code: 'PERMISSION_DENIED' } }]);
});

it.each([
  ['another plan', () => 'f'.repeat(64), {}],
  ['the beginning of another plan', () => 'f'.repeat(12), {}],
  ['an expired proposal', (hash: string) => hash, { expiresAt: '2020-01-01T00:00:00Z' }],
])('refuses %s', async (_, hashOf, over) => {
  gateway = await githubGateway();
  const { planHash } = await gateway.proposed(over);

  await say('ada-hub', `/auto-ops approve ${hashOf(planHash)}`);

  expect(gateway.engine.decided.filter(({ verdict }) => verdict === 'approved')).toEqual([]);
  expect(gateway.audit('command-refused')).toHaveLength(1);
});

it('counts two people where the class needs two, and one person once', async () => {
  gateway = await githubGateway({ githubIdentities: 'ada-hub ada\nsam-hub sam' });
  const { planHash } = await gateway.proposed({ approvals: 2 });

  await say('ada-hub', `/auto-ops approve ${planHash}`);
  await say('ada-hub', `/auto-ops approve ${planHash}\nonce more`);
  expect(gateway.engine.decided).toEqual([]);
  await say('sam-hub', `/auto-ops approve ${planHash}`);

  expect(gateway.engine.decided[0]?.approvers.map(({ id }) => id)).toEqual(['ada', 'sam']);
});

it('rejects a plan, cancels one that waits, and runs it again', async () => {
  gateway = await githubGateway();
  const { id, run, planHash } = await gateway.proposed();

  await say('ada-hub', `/auto-ops reject ${planHash}`);
  expect(gateway.engine.decided).toMatchObject([{ verdict: 'rejected' }]);
  await say('ada-hub', '/auto-ops retry');
  expect(gateway.audit('command-refused')).toMatchObject([{ detail: { code: 'RUN_STATE_INVALID' } }]);
  gateway.engine.move(run, 'Succeeded');
  await gateway.settled();
  await say('rita-hub', '/auto-ops retry\nsecond');

  expect(gateway.store.incidents.get(id)).toMatchObject({ attempt: 2, run: `incident-${id}-2` });
});

it('cancels by a decision where a plan is proposed, and by the engine where none is', async () => {
  gateway = await githubGateway();
  const { planHash } = await gateway.proposed();
  await say('ada-hub', '/auto-ops cancel');
  expect(gateway.engine.decided).toMatchObject([{ verdict: 'cancelled', planHash }]);

  await gateway.deliver('issues', told.labelled('rita-hub', { number: 8 }));
  const [other] = gateway.store.incidents
    .list(10)
    .filter(({ run }) => gateway.store.decisions.proposal(run) === undefined);
  await say('ada-hub', '/auto-ops cancel', 8);
  await gateway.settled();

  expect(gateway.store.incidents.get(other?.incident.id ?? '').state).toBe('ended');
  expect(gateway.audit('run-cancelled')).toMatchObject([{ actor: 'ada', subject: other?.run }]);
});

it('investigates an issue for a reporter, and nothing for others', async () => {
  gateway = await githubGateway();

  await say('ada-hub', '/auto-ops cancel');
  expect(gateway.store.journal.counts().filtered).toBe(1);
  await say('vera-hub', '/auto-ops investigate');
  expect(gateway.store.incidents.list(10)).toEqual([]);
  await say('rita-hub', '/auto-ops investigate');

  expect(gateway.store.incidents.list(10)[0]?.incident).toMatchObject({
    requester: 'rita',
    question: expect.stringContaining('The cart does not answer'),
    scope: { namespaces: ['shop'] },
  });
});

it('takes a comment on an issue without an incident for nothing', async () => {
  gateway = await githubGateway();
  const { planHash } = await gateway.proposed();

  await say('ada-hub', `/auto-ops approve ${planHash}`, 8);

  expect(gateway.engine.decided).toEqual([]);
  expect(gateway.store.journal.counts().filtered).toBe(1);
});

it.each([
  [583231, 1],
  [583232, 0],
  [undefined, 0],
])('obeys an account by its number where that is known (%s)', async (id, decisions) => {
  gateway = await githubGateway({ githubIdentities: 'ada-hub ada 583231\nrita-hub rita' });
  const { planHash } = await gateway.proposed();
  const body = told.comment('ada-hub', `/auto-ops approve ${planHash}`);

  await gateway.deliver('issue_comment', {
    ...body,
    comment: { ...body.comment, user: { ...body.comment.user, id } },
  });

  expect(gateway.engine.decided).toHaveLength(decisions);
  expect(gateway.audit('command-refused')).toHaveLength(1 - decisions);
});

it('obeys a comment once, whatever tells of it', async () => {
  gateway = await githubGateway();
  const { id, run } = await gateway.proposed();
  gateway.engine.move(run, 'Succeeded');
  await gateway.settled();
  const comment = told.comment('rita-hub', '/auto-ops retry');

  await gateway.deliver('issue_comment', comment);
  gateway.engine.move(gateway.store.incidents.get(id).run, 'Succeeded');
  await gateway.settled();
  await gateway.deliver('issue_comment', { ...comment, hook: 'of the organisation' });

  expect(gateway.store.incidents.get(id)).toMatchObject({ attempt: 2, state: 'ended' });
  expect(gateway.audit('incident-retried')).toHaveLength(1);
  expect(gateway.store.journal.counts()).toMatchObject({ filtered: 1, pending: 0 });
});

it('verifies the signature again before a command counts', async () => {
  gateway = await githubGateway();
  const { planHash } = await gateway.proposed();
  const body = JSON.stringify(told.comment('ada-hub', `/auto-ops approve ${planHash}`));
  const signature = signatureOf(JSON.stringify(told.comment('ada-hub', '/auto-ops cancel')), secrets.present);

  await gateway.store.journal.accept({
    id: 'f'.repeat(64),
    connector: 'github',
    receivedAt: new Date().toISOString(),
    body,
    event: 'issue_comment',
    signature,
  });
  await gateway.settled();

  expect(gateway.engine.decided).toEqual([]);
  expect(gateway.audit('command-refused')).toMatchObject([{ detail: { code: 'AUTHENTICATION_FAILED' } }]);
});
