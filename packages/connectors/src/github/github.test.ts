import { MaintenanceSubject, Signal } from '@auto-ops/contracts';
import { nodeCryptography } from '@auto-ops/runtime';
import examples from '@octokit/webhooks-examples' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { alertFingerprint } from '../alert-fingerprint.ts';
import { events } from './__fixtures__/events.ts';
import { eventReaders } from './event-readers.ts';
import { connector } from './index.ts';

const delivery = { id: 'a'.repeat(64), receivedAt: '2026-11-21T10:00:05Z' };
const meaningOf = (event: string, body: unknown, label = 'auto-ops', receivedAt = delivery.receivedAt) =>
  connector.interpret(
    connector.Body.parse(body),
    { ...delivery, event, receivedAt },
    { cryptography: nodeCryptography, label },
  );

function signalOf(event: string, body: unknown): Signal {
  const meaning = meaningOf(event, body);
  if (meaning.kind !== 'signal') throw new Error(JSON.stringify(meaning));
  return Signal.parse(meaning.signal);
}

describe('bodies as GitHub sends them', () => {
  const real = (examples as unknown as { name: string; examples: unknown[] }[]).flatMap(({ name, examples: bodies }) =>
    name in eventReaders ? bodies.map((body, index) => ({ name, index, body })) : [],
  );

  it('are there for all five events', () => {
    expect(new Set(real.map(({ name }) => name)).size).toBe(5);
  });

  it.each(real)('$name $index is understood', ({ name, body }) => {
    expect(meaningOf(name, body)).toHaveProperty('kind');
  });

  it('are what they say', () => {
    const recordedAt = '2019-01-01T00:00:00Z';
    const kinds = (event: string, label?: string) =>
      new Set(
        real.filter(({ name }) => name === event).map(({ body }) => meaningOf(event, body, label, recordedAt).kind),
      );

    expect(kinds('issues', 'bug')).toEqual(new Set(['signal', 'nothing']));
    expect(kinds('issues')).toEqual(new Set(['nothing']));
    expect(kinds('pull_request')).toEqual(new Set(['maintenance', 'nothing']));
    expect(kinds('workflow_run')).toEqual(new Set(['signal', 'nothing']));
  });
});

it('takes a labelled issue as the report of who put the label on it', () => {
  const meaning = meaningOf('issues', events.labelled());

  expect(meaning).toMatchObject({
    kind: 'signal',
    origin: { repository: 'octo/shop', repositoryId: 4711, number: 7 },
    askers: ['rita-hub', 'wilma'],
    signal: {
      kind: 'report',
      source: 'github',
      requester: 'rita-hub',
      question: 'The cart does not answer\n\nSince ten o’clock every request ends in 502.',
    },
  });
  expect(signalOf('issues', events.labelled()).alerts).toEqual([]);
});

it('cuts a long issue and takes one without a text', () => {
  const { issue } = events.labelled();

  expect(signalOf('issues', events.labelled({ issue: { ...issue, body: 'x'.repeat(60_000) } })).question).toHaveLength(
    4000,
  );
  expect(signalOf('issues', events.labelled({ issue: { ...issue, body: null } })).question).toBe(issue.title);
});

it('knows a failed workflow and its later success as one alert', () => {
  const failed = signalOf('workflow_run', events.run('failure'));
  const passed = signalOf('workflow_run', events.run('success', { id: 32, run_started_at: '2026-11-21T11:00:00Z' }));
  const [alert, over] = [failed.alerts[0], passed.alerts[0]];
  if (alert === undefined || over === undefined) throw new Error('no alert');

  expect(failed.kind).toBe('alert');
  expect(alert).toMatchObject({
    status: 'firing',
    labels: { repository: 'octo/shop', workflow: '.github/workflows/build.yml', branch: 'main' },
    startsAt: '2026-11-21T09:00:00Z',
  });
  expect(passed.kind).toBe('resolved');
  expect(alertFingerprint(over, nodeCryptography)).toBe(alertFingerprint(alert, nodeCryptography));
});

it('reads a command with its author and place', () => {
  expect(meaningOf('issue_comment', events.comment(`/auto-ops approve ${'0a'.repeat(6)}\nbecause`))).toMatchObject({
    kind: 'command',
    command: { verb: 'approve', hash: '0a'.repeat(6) },
    author: 'Ada-Hub',
    origin: { repositoryId: 4711, number: 7 },
    askers: ['Ada-Hub', 'wilma'],
  });
});

it.each(['cancel', 'retry', 'investigate'])('reads %s', (verb) => {
  expect(meaningOf('issue_comment', events.comment(`/auto-ops ${verb}`))).toMatchObject({ command: { verb } });
});

const old = '2026-11-21T09:00:00Z';

it.each([
  ['a text before it', 'Well:\n/auto-ops cancel', {}, 'no command'],
  ['free text', 'approve', {}, 'no command'],
  ['another word', '/auto-ops merge', {}, 'is none of'],
  ['no hash', '/auto-ops approve', {}, 'needs the hash'],
  ['a short hash', '/auto-ops approve 0123456789a', {}, 'needs the hash'],
  ['a hash in capitals', `/auto-ops approve ${'AB'.repeat(32)}`, {}, 'needs the hash'],
  ['more words', `/auto-ops approve ${'ab'.repeat(32)} please`, {}, 'too many words'],
  ['a word after cancel', '/auto-ops cancel everything', {}, 'too many words'],
  ['a bot', '/auto-ops cancel', { user: { login: 'helper[bot]', type: 'Bot' } }, 'a program wrote it'],
  ['an app for a person', '/auto-ops cancel', { performed_via_github_app: { id: 1 } }, 'a program wrote it'],
  ['a deleted account', '/auto-ops cancel', { user: null }, 'a program wrote it'],
  ['an old comment', '/auto-ops cancel', { created_at: old, updated_at: old }, 'older than an hour'],
  ['an edited comment', '/auto-ops cancel', { updated_at: '2026-11-21T10:00:09Z' }, 'it was edited'],
])('takes %s for no command', (_, text, over, reason) => {
  expect(meaningOf('issue_comment', events.comment(text, over))).toEqual({
    kind: 'nothing',
    reason: expect.stringContaining(reason),
  });
});

it('takes no notice of what was told long ago', () => {
  const issue = { ...events.labelled().issue, updated_at: '2026-11-13T10:00:00Z' };

  expect(meaningOf('issues', events.labelled({ issue }))).toMatchObject({ kind: 'nothing' });
  expect(meaningOf('workflow_run', events.run('failure', { updated_at: '2026-11-13T10:00:00Z' }))).toMatchObject({
    kind: 'nothing',
  });
});

it('takes only a new comment for a command', () => {
  expect(meaningOf('issue_comment', { ...events.comment('/auto-ops cancel'), action: 'edited' }).kind).toBe('nothing');
});

it('asks for what a push or a pull request makes necessary', () => {
  const push = meaningOf('push', events.push());
  const request = meaningOf('pull_request', events.pullRequest());
  if (push.kind !== 'maintenance' || request.kind !== 'maintenance') throw new Error('no maintenance');

  expect(push.job).toBe('reindex');
  expect(MaintenanceSubject.parse(push.subject)).toEqual({
    repository: 'octo/shop',
    commit: 'b'.repeat(40),
    base: 'a'.repeat(40),
  });
  expect(request.job).toBe('review-risk');
  expect(MaintenanceSubject.parse(request.subject)).toEqual({
    repository: 'octo/shop',
    commit: 'e'.repeat(40),
    base: 'd'.repeat(40),
    pullRequest: 8,
  });
});

const elsewhere = [{ added: ['docs/runbooks/x.md'], modified: [], removed: [] }];
it.each([
  ['push', 'another branch', events.push({ ref: 'refs/heads/topic' }), 'not on the default branch'],
  ['push', 'a tag', events.push({ ref: 'refs/tags/main' }), 'not on the default branch'],
  ['push', 'other files', events.push({ commits: elsewhere }), 'touches nothing'],
  ['push', 'a deleted branch', events.push({ deleted: true }), 'deleted'],
  ['pull_request', 'a label', events.pullRequest('labeled'), 'nothing new'],
  ['pull_request', 'a closed one', events.pullRequest('synchronize', { state: 'closed' }), 'nothing new'],
  ['issues', 'another label', events.labelled({ label: { name: 'bug' } }), 'only the label auto-ops'],
  ['issues', 'a removed label', events.labelled({ action: 'unlabeled' }), 'only the label auto-ops'],
  ['workflow_run', 'a cancelled run', events.run('cancelled'), 'neither failed nor succeeded'],
  ['workflow_run', 'a run of a fork', events.run('failure', { head_repository: { id: 1 } }), 'of a fork'],
  ['star', 'an event of no use', { action: 'created' }, 'the event star is not used'],
])('%s: nothing follows from %s', (event, _, body, reason) => {
  expect(meaningOf(event, body)).toEqual({ kind: 'nothing', reason: expect.stringContaining(reason) });
});

it('reads the knowledge anew after a forced push, which does not say what it took away', () => {
  expect(meaningOf('push', events.push({ forced: true, commits: elsewhere })).kind).toBe('maintenance');
});

it('refuses a body that is not of its event', () => {
  expect(() => meaningOf('issue_comment', events.push())).toThrowError(
    expect.objectContaining({ code: 'DOCUMENT_INVALID' }),
  );
});

it('knows a delivery by its header, and asks for both headers', () => {
  const headers = { 'x-github-delivery': '7b0c2f1e-0000-4000-8000-0123456789ab', 'x-github-event': 'issues' };
  const idOf = (over: object) => connector.delivery({ ...headers, ...over }, '{}', nodeCryptography);

  expect(idOf({})).toEqual({ id: expect.stringMatching(/^[0-9a-f]{64}$/), event: 'issues' });
  expect(connector.delivery(headers, '{"other":1}', nodeCryptography)).toEqual(idOf({}));
  expect(() => idOf({ 'x-github-delivery': '1' })).toThrowError(expect.objectContaining({ code: 'REQUEST_INVALID' }));
  expect(() => idOf({ 'x-github-event': undefined })).toThrowError(/X-GitHub-Event/);
});
