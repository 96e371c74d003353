import { runApiPaths } from '@auto-ops/contracts';
import { expect, it, onTestFinished } from 'vitest';
import { notification } from '../__fixtures__/notification.ts';
import { hookToken, testGateway } from '../__fixtures__/test-gateway.ts';
import { createRunApiServer } from './run-api-server.ts';

const token = 'dead-letter-token-of-the-test';
const delivery = '01234567-89ab-cdef-0123-456789abcdef';
const subject = { repository: 'acme/shop', commit: 'a'.repeat(40) };

/** A gateway that takes dead letters, over a cluster that has these Workflows. */
async function open(workflows: readonly string[] = [], deadLetterToken: string | null = token) {
  const gateway = await testGateway();
  const kicks: string[] = [];
  const parts = {
    ...gateway.parts,
    config: { ...gateway.parts.config, deadLetterToken: deadLetterToken ?? undefined },
    maintenance: { kick: async () => void kicks.push('maintenance') },
    cluster: {
      hasWorkflow: async (name: string) => workflows.includes(name),
      incidentOf: async () => undefined,
    },
  };
  const server = await createRunApiServer(parts);
  const address = `http://127.0.0.1:${await server.listen('127.0.0.1:0')}`;
  onTestFinished(async () => {
    await server.close();
    await gateway.close();
  });
  const post = async (letter: object, bearer = token) => {
    const answer = await fetch(`${address}${runApiPaths.deadLetters()}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      body: JSON.stringify({ sensor: 'auto-ops-create', ...letter }),
    });
    return [answer.status, (await answer.json()) as { outcome?: string; code?: string }] as const;
  };
  return { gateway, post, kicks, store: gateway.parts.store };
}

it('counts a duplicate and does nothing else', async () => {
  const { post, store, gateway } = await open(['incident-abc']);
  const entries = store.audit.list(100).length;

  const answers = [await post({ kind: 'incident', id: 'abc' }), await post({ kind: 'diagnose', id: 'abc' })];

  expect(answers).toEqual(Array(2).fill([200, { outcome: 'duplicate' }]));
  expect(store.audit.list(100)).toHaveLength(entries);
  const { body } = await gateway.server.inject({ url: '/metrics' });
  expect(body).toContain('auto_ops_dead_letters_total{kind="incident",outcome="duplicate"} 1');
  expect(body).toContain('auto_ops_dead_letters_total{kind="intake",outcome="repaired"} 0');
});

it('says that nobody knows of it, and that it looks after what is open', async () => {
  const { post, store, gateway, kicks } = await open();
  await gateway.server.inject({
    method: 'POST',
    url: '/hooks/alertmanager',
    headers: { authorization: `Bearer ${hookToken}` },
    payload: notification(),
  });
  await gateway.settled();
  const id = store.incidents.list(1)[0]?.incident.id ?? '';
  const run = store.maintenance.request({ job: 'reindex', subject, delivery: 'd'.repeat(64) });

  const outcomes = [];
  for (const letter of [
    { kind: 'incident', id },
    { kind: 'incident', id: 'stranger' },
    { kind: 'decision', id },
    { kind: 'reindex', id: run.slice('reindex-'.length) },
    { kind: 'review-risk', id: run.slice('reindex-'.length) },
    { kind: 'intake', id: delivery },
  ])
    outcomes.push((await post(letter))[1].outcome);

  expect(outcomes).toEqual(['repaired', 'unknown', 'unknown', 'repaired', 'unknown', 'unknown']);
  expect(kicks).toEqual(['maintenance']);
  expect(store.audit.last('dead-letter-repaired', `incident-${id}`)).toMatchObject({
    actor: 'sensor',
    detail: { sensor: 'auto-ops-create' },
  });
});

it('takes the ids of an intake in, once, whichever way they come', async () => {
  const { post, store } = await open();
  const ids = { event: 'issues', repository: 7, number: 3, delivery };

  const first = await post({ kind: 'intake', id: delivery, ids });
  await post({ kind: 'intake', id: delivery, ids });
  const other = await post({ kind: 'intake', id: 'other', ids });

  expect([first[1].outcome, other[1].outcome]).toEqual(['repaired', 'unknown']);
  expect(store.journal.counts().accepted).toBe(2);
});

it('takes nothing from somebody else, and nothing at all where no token is set', async () => {
  const { post, store } = await open();
  const without = await open([], null);

  expect((await post({ kind: 'incident', id: 'abc' }, 'another-token-of-somebody'))[0]).toBe(401);
  expect((await post({ kind: 'incident', id: '../abc' }))[0]).toBe(422);
  expect((await post({ kind: 'shell', id: 'abc' }))[0]).toBe(422);
  expect((await post({ kind: 'incident', id: 'abc', note: 'x'.repeat(20_000) }))[0]).toBe(413);
  expect(store.deadLetters.counts()).toEqual([]);
  expect((await without.post({ kind: 'incident', id: 'abc' }))[0]).toBe(403);
});
