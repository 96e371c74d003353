import { type KnowledgeBatch, runApiPaths } from '@auto-ops/contracts';
import { expect, it } from 'vitest';
import { maintenanceNetwork } from '../../__fixtures__/maintenance-network.ts';
import { tokens } from '../../__fixtures__/test-gateway.ts';

const commit = 'a'.repeat(40);
const digest = 'd'.repeat(64);

const heartbeat = (number: number) => ({ account: 'maintenance-heartbeat', run: `auto-ops-heartbeat-${number}` });
const at = (minute: number) => `2026-01-01T00:${String(minute).padStart(2, '0')}:00Z`;
const batch = (source: string, text: string): KnowledgeBatch => ({
  schemaVersion: 1,
  source,
  commit,
  documents: [{ path: 'a.md', title: 'A', digest, chunks: [{ heading: ['A'], from: 1, to: 2, text }] }],
});

it('tells a run of a schedule what its account does', async () => {
  const { client, gateway } = await maintenanceNetwork({ one: heartbeat(1) });

  expect(await client('one').maintenanceTask('auto-ops-heartbeat-1')).toEqual({
    schemaVersion: 1,
    run: 'auto-ops-heartbeat-1',
    job: 'heartbeat',
  });
  expect(gateway.parts.store.maintenance.open()).toMatchObject([{ state: 'submitted', requestedBy: 'cluster' }]);
});

it('tells a run that was asked for its subject', async () => {
  const pods: Record<string, { account: string; run: string }> = {};
  const { client, gateway } = await maintenanceNetwork(pods);
  const subject = { repository: 'acme/shop', commit };
  const run = gateway.parts.store.maintenance.request({ job: 'reindex', subject, delivery: digest });
  pods.one = { account: 'maintenance-reindex', run };
  pods.other = { account: 'maintenance-review-risk', run };

  expect(await client('one').maintenanceTask(run)).toMatchObject({ job: 'reindex', subject });
  await expect(client('other').maintenanceTask(run)).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
  await expect(client('one').maintenanceTask('auto-ops-heartbeat-1')).rejects.toMatchObject({
    code: 'PERMISSION_DENIED',
  });
});

it.each([
  ['the heartbeat', heartbeat(1), 'knowledge'],
  ['the heartbeat', heartbeat(1), 'backup'],
  ['the reviewer of logs', { account: 'maintenance-review-logs', run: 'auto-ops-heartbeat-1' }, 'health'],
  ['the actuator', { account: 'actuator', run: 'auto-ops-heartbeat-1' }, 'health'],
  ['a collector', { account: 'collector-source', run: 'auto-ops-heartbeat-1' }, 'backup'],
] as const)('refuses %s what is not its job (%o, %s)', async (_, pod, path) => {
  const { address } = await maintenanceNetwork({ one: pod });

  const answer = await fetch(`${address}${runApiPaths[path](pod.run)}`, {
    method: 'PUT',
    headers: { authorization: 'Bearer one', 'content-type': 'application/json' },
    body: '{}',
  });

  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, 'PERMISSION_DENIED']);
});

it.each([
  ['logReview', { account: 'maintenance-review-logs', run: 'review-logs-1' }, 17],
  ['knowledge', { account: 'maintenance-reindex', run: 'reindex-1' }, 33],
] as const)('takes no %s that is too large', async (path, pod, megabytes) => {
  const { address } = await maintenanceNetwork({ one: pod });

  const answer = await fetch(`${address}${runApiPaths[path](pod.run)}`, {
    method: 'PUT',
    headers: { authorization: 'Bearer one', 'content-type': 'application/json' },
    body: Buffer.alloc(megabytes * 1024 * 1024, ' '),
  });

  expect(answer.status).toBe(413);
});

it('replaces the knowledge of the repository that was asked for, and of no other', async () => {
  const pods: Record<string, { account: string; run: string }> = {};
  const { client, gateway } = await maintenanceNetwork(pods);
  const { store, knowledge } = gateway.parts;
  const ask = (sha: string) =>
    store.maintenance.request({ job: 'reindex', subject: { repository: 'acme/shop', commit: sha }, delivery: digest });
  const early = ask(commit);
  await new Promise((resolve) => setTimeout(resolve, 5));
  const late = ask('b'.repeat(40));
  pods.early = { account: 'maintenance-reindex', run: early };
  pods.late = { account: 'maintenance-reindex', run: late };

  await client('late').handKnowledge(late, batch('acme/shop', 'restart the payment worker'));
  await client('early').handKnowledge(early, batch('acme/shop', 'an outdated sentence about payment'));
  const stranger = client('late').handKnowledge(late, batch('acme/other', 'x'));

  await expect(stranger).rejects.toMatchObject({ code: 'REQUEST_INVALID' });
  expect(knowledge.search('payment', 5)).toMatchObject([{ source: 'acme/shop', text: 'restart the payment worker' }]);
  expect(store.maintenance.find(early)?.result).toMatchObject({ sources: [{ isOutdated: true }] });
  const found = await gateway.server.inject({
    url: '/api/v1/knowledge?q=payment%20worker',
    headers: { authorization: `Bearer ${tokens.viewer}` },
  });
  expect(found.json().passages).toMatchObject([{ path: 'a.md', heading: ['A'], from: 1, to: 2, commit }]);
});

it('keeps what a scheduled re-index found in each repository', async () => {
  const run = 'reindex-1763740800';
  const { client, gateway } = await maintenanceNetwork({ one: { account: 'maintenance-reindex', run } });

  for (const source of ['acme/shop', 'acme/other', 'acme/shop'])
    await client('one').handKnowledge(run, batch(source, 'x'));

  expect(gateway.parts.store.maintenance.find(run)?.result).toMatchObject({
    sources: [{ source: 'acme/other' }, { source: 'acme/shop', documents: 1, chunks: 1, commit }],
  });
});

it('tells what is new in the logs, and shows each person what is theirs', async () => {
  const pod = (number: number) => ({ account: 'maintenance-review-logs', run: `review-logs-${number}` });
  const { client, gateway } = await maintenanceNetwork({ 1: pod(1), 2: pod(2) });
  const line = (template: string, namespace: string) => ({
    template,
    namespace,
    severity: 'error' as const,
    count: 3,
    firstSeen: at(0),
    lastSeen: at(1),
    isNew: true,
    workload: { kind: 'Deployment', name: 'cart' },
  });
  const hand = (number: number, templates: ReturnType<typeof line>[]) =>
    client(String(number)).handLogReview(`review-logs-${number}`, {
      schemaVersion: 1,
      from: at(0),
      to: at(1),
      pods: 1,
      lines: 10,
      truncated: false,
      templates,
    });
  const shown = async (token: string) => {
    const answer = await gateway.server.inject({
      url: '/api/v1/maintenance',
      headers: { authorization: `Bearer ${token}` },
    });
    const jobs: { job: string; result?: { templates: { template: string; isNew: boolean }[] } }[] =
      answer.json().maintenance;
    return jobs
      .find(({ job }) => job === 'review-logs')
      ?.result?.templates.map(({ template, isNew }) => [template, isNew]);
  };

  await hand(1, [line('old', 'shop')]);
  await hand(2, [line('old', 'shop'), line('fresh', 'shop'), line('old', 'billing')]);
  await hand(2, [line('old', 'shop'), line('fresh', 'shop'), line('old', 'billing')]);

  expect(await shown(tokens.viewer)).toEqual([
    ['old', false],
    ['fresh', true],
    ['old', true],
  ]);
  expect(await shown(tokens.shop)).toEqual([
    ['old', false],
    ['fresh', true],
  ]);
});

it('lists risk reviews, newest first, to those who may see everything', async () => {
  const pods: Record<string, { account: string; run: string }> = {};
  const { client, gateway } = await maintenanceNetwork(pods);
  const review = (pullRequest: number) => ({
    schemaVersion: 1 as const,
    repository: 'acme/shop',
    pullRequest,
    base: commit,
    head: 'b'.repeat(40),
    class: 'R2' as const,
    findings: [],
    files: 1,
    additions: 2,
    deletions: 0,
  });
  for (const pullRequest of [7, 8]) {
    const subject = { repository: 'acme/shop', commit: 'b'.repeat(40), base: commit, pullRequest };
    const run = gateway.parts.store.maintenance.request({ job: 'review-risk', subject, delivery: digest });
    pods[String(pullRequest)] = { account: 'maintenance-review-risk', run };
    await expect(client(String(pullRequest)).handRiskReview(run, review(9))).rejects.toMatchObject({
      code: 'REQUEST_INVALID',
    });
    await client(String(pullRequest)).handRiskReview(run, review(pullRequest));
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
  const show = (query: string, token: string = tokens.viewer) =>
    gateway.server.inject({ url: `/api/v1/risk-reviews${query}`, headers: { authorization: `Bearer ${token}` } });
  const numbers = async (query: string) =>
    (await show(query)).json().reviews.map((entry: { pullRequest: number }) => entry.pullRequest);

  expect(await numbers('')).toEqual([8, 7]);
  expect(await numbers('?repository=acme/shop&pullRequest=7')).toEqual([7]);
  expect(await numbers('?repository=acme/other')).toEqual([]);
  expect((await show('', tokens.shop)).statusCode).toBe(403);
});
