import { DatabaseSync } from 'node:sqlite';
import { temporaryFolder } from '@auto-ops/testing';
import { expect, it, onTestFinished } from 'vitest';
import { incidentDocument } from '../__fixtures__/incident-document.ts';
import { openStore, type Store } from './open-store.ts';

const time = '2026-01-02T00:00:00.000Z';

function open(folder = temporaryFolder()): Store {
  const store = openStore(folder, () => time);
  onTestFinished(() => store.close());
  return store;
}

async function restored(store: Store): Promise<Store> {
  const folder = temporaryFolder();
  await store.restoration.copyTo(`${folder}/store.sqlite`);
  return open(folder);
}

it('copies a store that goes on, into one file that knows when', async () => {
  const store = open();
  store.incidents.create({ incident: incidentDocument('one'), place: undefined, bundle: undefined, alerts: new Map() });
  const path = `${temporaryFolder()}/store.sqlite`;

  const copying = store.restoration.copyTo(path);
  store.freezes.put({ id: 'all', reason: 'night' });
  const rows = await copying;

  expect([rows.get('incident'), rows.get('setting')]).toEqual([1, 1]);
  expect(store.restoration.takenAt()).toBeUndefined();
  const copy = new DatabaseSync(path, { readOnly: true });
  expect(copy.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'delete' });
  expect(copy.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  copy.close();
});

it('ends what was open, but for the runs that are known, once', async () => {
  const original = open();
  for (const id of ['known', 'gone', 'queued', 'ended'])
    original.incidents.create({
      incident: incidentDocument(id),
      place: undefined,
      bundle: undefined,
      alerts: new Map(),
    });
  for (const id of ['known', 'gone']) original.incidents.move(id, 'waiting');
  original.incidents.move('ended', 'ended', 'fixed');
  const entry = { connector: 'alertmanager', body: '{}' };
  await original.journal.accept({ id: 'before', receivedAt: '2026-01-01T00:00:00.000Z', ...entry });
  const task = original.maintenance.request({ job: 'reindex', subject: { repository: 'a/b' }, delivery: 'd' });
  const store = await restored(original);
  await store.journal.accept({ id: 'after', receivedAt: '2026-01-03T00:00:00.000Z', ...entry });

  const taken = store.restoration.takenAt();
  const ended = store.restoration.settle(new Set(['incident-known']));
  const again = store.restoration.settle(new Set());

  expect([taken, ended, again]).toEqual([time, ['gone', 'queued'], []]);
  expect(
    Object.fromEntries(store.incidents.list(10).map(({ incident, state, ending }) => [incident.id, ending ?? state])),
  ).toEqual({ known: 'waiting', gone: 'failed', queued: 'failed', ended: 'fixed' });
  expect([...store.journal.pending(10, '2026-02-01T00:00:00.000Z')].map(({ id }) => id)).toEqual(['after']);
  expect(store.journal.counts()).toMatchObject({ accepted: 2, pending: 1, filtered: 1 });
  expect(store.maintenance.find(task)?.state).toBe('failed');
  expect(store.restoration.takenAt()).toBeUndefined();
  expect(store.audit.last('store-restored', time)).toMatchObject({
    detail: { ended: ['gone', 'queued'], deliveries: 1 },
  });
  expect(await store.audit.verify()).toBeUndefined();
});
