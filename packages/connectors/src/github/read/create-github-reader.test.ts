import { GitHubIds } from '@auto-ops/contracts';
import { nodeCryptography } from '@auto-ops/runtime';
import { fakeGitHub } from '@auto-ops/testing';
import { expect, it } from 'vitest';
import { events, issue, repository } from '../__fixtures__/events.ts';
import { connector } from '../index.ts';
import { createGitHubReader } from './create-github-reader.ts';

const receivedAt = '2026-11-21T10:00:05Z';
const place = '/repos/octo/shop';
const [before, after] = ['a'.repeat(40), 'b'.repeat(40)];
const idsOf = (over: Partial<GitHubIds>): GitHubIds =>
  GitHubIds.parse({
    schemaVersion: 1,
    event: 'issues',
    repository: repository.id,
    number: 0,
    comment: 0,
    before: '0',
    after: '0',
    delivery: '7b0c2f1e-0000-4000-8000-0123456789ab',
    ...over,
  });

async function open(objects: Readonly<Record<string, unknown>> = {}, options: Parameters<typeof fakeGitHub>[0] = {}) {
  const github = await fakeGitHub({ token: 'read-only', ...options });
  github.put('/repositories/4711', repository);
  for (const [path, value] of Object.entries(objects)) github.put(path, value);
  let now = Date.parse(receivedAt);
  const reader = createGitHubReader({
    api: github.url,
    token: 'read-only',
    label: 'auto-ops',
    clock: () => now,
    timeoutMilliseconds: 300,
  });
  async function meaning(over: Partial<GitHubIds>) {
    const ids = idsOf(over);
    const body = await reader.event(ids, await reader.repository(repository.id), receivedAt);
    const delivery = { id: 'a'.repeat(64), receivedAt, event: ids.event };
    return connector.interpret(connector.Body.parse(body), delivery, {
      cryptography: nodeCryptography,
      label: 'auto-ops',
    });
  }
  return {
    github,
    reader,
    meaning,
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

const labelling = (login: string, created_at: string, name = 'auto-ops') => ({
  event: 'labeled',
  created_at,
  actor: { login, type: 'User' },
  label: { name },
});

it('finds who put the label on an issue, however much was done to it', async () => {
  const history = Array.from({ length: 130 }, () => ({ event: 'renamed', created_at: receivedAt, actor: null }));
  const { meaning, github } = await open({
    [`${place}/issues/7`]: issue,
    [`${place}/issues/7/events`]: [
      labelling('first', '2026-11-21T09:58:00Z'),
      ...history,
      labelling('rita-hub', '2026-11-21T10:00:00Z'),
      labelling('other', receivedAt, 'bug'),
    ],
  });

  expect(await meaning({ number: 7 })).toMatchObject({
    kind: 'signal',
    askers: ['rita-hub', 'wilma'],
    signal: { requester: 'rita-hub' },
  });
  expect(github.requests.filter((line) => line.includes('/events'))).toHaveLength(2);
});

it.each([
  ['has the label no more', { ...issue, labels: [] }, '2026-11-21T10:00:00Z'],
  ['has it for long', issue, '2026-11-20T10:00:00Z'],
])('takes an issue that %s for none', async (_, found, labelledAt) => {
  const { meaning } = await open({
    [`${place}/issues/7`]: found,
    [`${place}/issues/7/events`]: [labelling('rita-hub', labelledAt)],
  });

  expect((await meaning({ number: 7 })).kind).toBe('nothing');
});

it('reads a comment, a workflow run and a pull request as the webhook tells them', async () => {
  const { meaning } = await open({
    [`${place}/issues/7`]: issue,
    [`${place}/issues/comments/99`]: events.comment('/auto-ops cancel').comment,
    [`${place}/actions/runs/31`]: events.run('failure').workflow_run,
    [`${place}/pulls/8`]: events.pullRequest().pull_request,
  });

  expect(await meaning({ event: 'issue_comment', number: 7, comment: 99 })).toMatchObject({
    kind: 'command',
    command: { verb: 'cancel' },
    author: 'Ada-Hub',
  });
  expect(await meaning({ event: 'workflow_run', number: 31 })).toMatchObject({
    kind: 'signal',
    signal: { kind: 'alert' },
  });
  expect(await meaning({ event: 'pull_request', number: 8 })).toMatchObject({
    kind: 'maintenance',
    job: 'review-risk',
  });
});

it('takes a comment of another issue for missing, and an old one for no command', async () => {
  const { comment } = events.comment('/auto-ops cancel', {
    created_at: '2026-11-20T10:00:00Z',
    updated_at: '2026-11-20T10:00:00Z',
  });
  const { meaning } = await open({
    [`${place}/issues/7`]: issue,
    [`${place}/issues/8`]: { ...issue, number: 8 },
    [`${place}/issues/comments/99`]: comment,
  });

  await expect(meaning({ event: 'issue_comment', number: 8, comment: 99 })).rejects.toMatchObject({
    code: 'GITHUB_MISSING',
  });
  expect((await meaning({ event: 'issue_comment', number: 7, comment: 99 })).kind).toBe('nothing');
});

it.each([
  ['touches runbooks', 'ahead', { status: 'ahead', files: [{ filename: 'runbooks/x.md' }] }, 'maintenance'],
  [
    'moves a runbook away',
    'identical',
    { status: 'ahead', files: [{ filename: 'x.md', previous_filename: 'runbooks/x.md' }] },
    'maintenance',
  ],
  ['touches something else', 'ahead', { status: 'ahead', files: [{ filename: 'README.md' }] }, 'nothing'],
  ['was forced', 'ahead', { status: 'diverged', files: [{ filename: 'README.md' }] }, 'maintenance'],
  [
    'touches more than GitHub names',
    'ahead',
    { status: 'ahead', files: Array(300).fill({ filename: 'x' }) },
    'maintenance',
  ],
  ['is on another branch', 'diverged', { status: 'ahead', files: [{ filename: 'runbooks/x.md' }] }, 'nothing'],
])('knows a push that %s', async (_, status, comparison, kind) => {
  const { meaning } = await open({
    [`${place}/compare/${after}...main`]: { status },
    [`${place}/compare/${before}...${after}`]: comparison,
  });

  expect((await meaning({ event: 'push', before, after })).kind).toBe(kind);
});

it('reads the first push of a branch from its commit, and a deleted branch not at all', async () => {
  const { meaning } = await open({
    [`${place}/compare/${after}...main`]: { status: 'identical' },
    [`${place}/commits/${after}`]: { files: [{ filename: 'runbooks/x.md' }] },
  });

  expect(await meaning({ event: 'push', before: '0'.repeat(40), after })).toMatchObject({
    job: 'reindex',
    subject: { commit: after },
  });
  expect((await meaning({ event: 'push', before, after: '0'.repeat(40) })).kind).toBe('nothing');
});

it.each([
  [{ status: 500 }, 'GITHUB_FAILED', 75],
  [{ status: 404 }, 'GITHUB_MISSING', 3],
  [{ status: 403 }, 'GITHUB_REFUSED', 4],
  [{ status: 0, isCut: true }, 'GITHUB_UNREACHABLE', 75],
])('says what %o means, and asks once', async (fault, code, exit) => {
  const { reader, github } = await open();
  github.fail(fault);

  await expect(reader.repository(4711)).rejects.toMatchObject({ code, exit });
  expect(github.requests).toHaveLength(1);
  await expect(reader.repository(4711)).resolves.toMatchObject({ full_name: 'octo/shop' });
});

it('says that the token is refused', async () => {
  const { reader } = await open({}, { token: 'another' });

  await expect(reader.repository(4711)).rejects.toMatchObject({ code: 'GITHUB_REFUSED' });
});

it('leaves GitHub alone for as long as it says', async () => {
  const { reader, github, wait } = await open();
  github.fail({ status: 429, headers: { 'retry-after': '120' } });

  await expect(reader.repository(4711)).rejects.toMatchObject({
    code: 'GITHUB_LIMITED',
    data: { retryAt: '2026-11-21T10:02:05.000Z' },
  });
  await expect(reader.repository(4711)).rejects.toMatchObject({ code: 'GITHUB_LIMITED' });
  expect(github.requests).toHaveLength(1);
  wait(121_000);
  await expect(reader.repository(4711)).resolves.toMatchObject({ id: 4711 });
});
