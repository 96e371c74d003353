import { join } from 'node:path';
import { inTransaction, openDatabase } from '@auto-ops/runtime';
import { temporaryFolder } from '@auto-ops/testing';
import { expect, it } from 'vitest';
import { createAudit } from './audit.ts';
import { migrations } from './migrations.ts';

it.each([
  ['an edited entry', "UPDATE audit SET actor = 'mallory' WHERE seq = 2", 2],
  ['a removed entry', 'DELETE FROM audit WHERE seq = 2', 2],
  ['a removed first entry', 'DELETE FROM audit WHERE seq = 1', 1],
  ['an entry before the first', "INSERT INTO audit VALUES (0, '', 'mallory', 'x', 'x', '{}', '', '')", 1],
])('finds %s', async (_, tamper, found) => {
  const database = openDatabase(join(temporaryFolder(), 'store.sqlite'), migrations);
  const audit = createAudit(database, () => '2026-11-21T10:00:00Z');
  for (const kind of ['one', 'two', 'three']) audit.append({ actor: 'ada', kind, subject: 'x', detail: {} });

  expect(await audit.verify()).toBeUndefined();
  database.exec(tamper);

  expect(await audit.verify()).toBe(found);
  database.close();
});

it('verifies a long chain in slices, between which others have their turn, and takes entries meanwhile', async () => {
  const database = openDatabase(join(temporaryFolder(), 'store.sqlite'), migrations);
  const audit = createAudit(database, () => '2026-11-21T10:00:00Z');
  const append = () => audit.append({ actor: 'ada', kind: 'vote', subject: 'x', detail: {} });
  inTransaction(database, () => Array.from({ length: 4500 }, append));
  let isDone = false;
  let turns = 0;

  const verified = audit.verify().finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await new Promise((resolve) => setImmediate(resolve));
    if (!isDone) append();
    turns += 1;
  }

  expect(await verified).toBeUndefined();
  expect(turns).toBeGreaterThan(2);
  database.exec("UPDATE audit SET actor = 'mallory' WHERE seq = 4400");
  expect(await audit.verify()).toBe(4400);
  database.close();
});

it('lists the newest first, of one subject where one is given, and finds the last of a kind', () => {
  const database = openDatabase(join(temporaryFolder(), 'store.sqlite'), migrations);
  const audit = createAudit(database, () => '2026-11-21T10:00:00Z');
  for (const subject of ['x', 'y', 'x']) audit.append({ actor: 'ada', kind: 'vote', subject, detail: { subject } });

  expect(audit.list(2).map((entry) => entry.seq)).toEqual([3, 2]);
  expect(audit.list(10, 'y')).toEqual([
    { seq: 2, at: '2026-11-21T10:00:00Z', actor: 'ada', kind: 'vote', subject: 'y', detail: { subject: 'y' } },
  ]);
  expect(audit.last('vote', 'x')?.seq).toBe(3);
  expect(audit.last('freeze', 'x')).toBeUndefined();
  database.close();
});
