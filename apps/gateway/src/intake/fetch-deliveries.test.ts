import { GitHubIds } from '@auto-ops/contracts';
import { fakeGitHub } from '@auto-ops/testing';
import { afterEach, expect, it } from 'vitest';
import { githubGateway, issue, repository, told } from '../__fixtures__/github-gateway.ts';
import { fetchDeliveries } from './fetch-deliveries.ts';
import { journalIntake } from './journal-intake.ts';

let gateway: Awaited<ReturnType<typeof githubGateway>>;
afterEach(() => gateway.close());

const delivery = '7b0c2f1e-0000-4000-8000-0123456789ab';
const idsOf = (over: Partial<GitHubIds> = {}) =>
  GitHubIds.parse({
    schemaVersion: 1,
    event: 'issues',
    repository: repository.id,
    number: 7,
    comment: 0,
    before: '0',
    after: '0',
    delivery,
    ...over,
  });

async function open(over: Parameters<typeof githubGateway>[0] = {}) {
  const github = await fakeGitHub({ token: 'read-only' });
  github.put('/repositories/4711', repository);
  github.put('/repos/octo/shop/issues/7', issue);
  github.put('/repos/octo/shop/issues/7/events', [
    {
      event: 'labeled',
      created_at: new Date().toISOString(),
      actor: { login: 'rita-hub', type: 'User' },
      label: { name: 'auto-ops' },
    },
  ]);
  gateway = await githubGateway({ githubApi: github.url, githubToken: 'read-only', ...over });
  const { store, github: settings, logger } = gateway.parts;
  /** Fetches as it would be done so many milliseconds later. */
  const fetch = (later = 0) =>
    fetchDeliveries({ store, github: settings, logger, now: () => new Date(Date.now() + later).toISOString() });
  return { github, fetch };
}

it('reads the rest from GitHub, and the same delivery by the hook is a repeat', async () => {
  const { fetch } = await open();

  expect(await journalIntake(gateway.parts, idsOf())).toBe('new');
  await fetch();
  await gateway.settled();
  const direct = await gateway.deliver('issues', told.labelled(), { 'x-github-delivery': delivery });

  expect(direct.json().result).toBe('repeat');
  expect(gateway.store.incidents.list(10)).toMatchObject([
    { incident: { requester: 'rita', scope: { namespaces: ['shop'] } } },
  ]);
});

it('reads nothing for ids of a delivery that came by the hook', async () => {
  const { github, fetch } = await open();
  await gateway.deliver('issues', told.labelled(), { 'x-github-delivery': delivery });

  expect(await journalIntake(gateway.parts, idsOf())).toBe('repeat');
  expect(await fetch()).toBe(0);
  expect(github.requests).toEqual([]);
});

it('obeys a comment that came as ids', async () => {
  const { github, fetch } = await open();
  const { planHash } = await gateway.proposed();
  const at = new Date().toISOString();
  github.put('/repos/octo/shop/issues/comments/99', {
    ...told.comment('ada-hub', `/auto-ops approve ${planHash}`).comment,
    issue_url: 'https://api.github.com/repos/octo/shop/issues/7',
    created_at: at,
    updated_at: at,
  });

  await journalIntake(gateway.parts, idsOf({ event: 'issue_comment', comment: 99 }));
  await fetch();
  await gateway.settled();

  expect(gateway.engine.decided).toMatchObject([{ planHash, approvers: [{ id: 'ada', channel: 'github' }] }]);
});

it('waits while GitHub is away, and goes on where it was', async () => {
  const { github, fetch } = await open();
  await journalIntake(gateway.parts, idsOf());
  github.fail({ status: 500 });

  await fetch();
  expect(gateway.store.journal.counts()).toMatchObject({ accepted: 1, pending: 1 });
  expect(await fetch()).toBe(0);
  await fetch(6000);
  await gateway.settled();

  expect(gateway.store.journal.counts()).toMatchObject({ started: 1, pending: 0 });
});

it('gives up after hours, and says so', async () => {
  const { github, fetch } = await open();
  await journalIntake(gateway.parts, idsOf());
  github.fail({ status: 502 });

  await fetch(7 * 3_600_000);

  expect(gateway.store.journal.counts()).toMatchObject({ quarantined: 1, pending: 0 });
});

it('gives up sooner on what GitHub does not have', async () => {
  const { fetch } = await open();
  await journalIntake(gateway.parts, idsOf({ number: 12 }));

  for (let tries = 0; tries < 6; tries += 1) await fetch((tries + 1) * 600_000);

  expect(gateway.store.journal.counts()).toMatchObject({ quarantined: 1, pending: 0 });
});

it('reads no more than the name of a repository that does not count', async () => {
  const { github, fetch } = await open({ githubRepositories: 'octo/free' });
  await journalIntake(gateway.parts, idsOf());

  await fetch();

  expect(github.requests).toEqual(['GET /repositories/4711']);
  expect(gateway.store.journal.counts()).toMatchObject({ filtered: 1, pending: 0 });
});
