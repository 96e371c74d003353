import { join } from 'node:path';
import { temporaryFolder } from '@auto-ops/testing';
import { expect, it } from 'vitest';
import { inTransaction } from './in-transaction.ts';
import { openDatabase } from './open-database.ts';

const migrations = ['CREATE TABLE run (name TEXT PRIMARY KEY)', 'ALTER TABLE run ADD COLUMN phase TEXT'];

it('brings an older file to the newest version and keeps its rows', () => {
  const path = join(temporaryFolder(), 'a', 'store.sqlite');
  const old = openDatabase(path, migrations.slice(0, 1));
  old.prepare('INSERT INTO run VALUES (?)').run('one');
  old.close();

  const store = openDatabase(path, migrations);

  expect(store.prepare('SELECT name, phase FROM run').all()).toEqual([{ name: 'one', phase: null }]);
  store.close();
});

it('refuses a file of a newer version', () => {
  const path = join(temporaryFolder(), 'store.sqlite');
  openDatabase(path, migrations).close();

  expect(() => openDatabase(path, migrations.slice(0, 1))).toThrowError(
    expect.objectContaining({ code: 'STORE_FAILED' }),
  );
});

it('rolls back what a failing transaction did', () => {
  const store = openDatabase(join(temporaryFolder(), 'store.sqlite'), migrations);
  const work = () =>
    inTransaction(store, () => {
      store.prepare('INSERT INTO run (name) VALUES (?)').run('one');
      throw new Error('stop');
    });

  expect(work).toThrowError('stop');
  expect(store.prepare('SELECT count(*) AS rows FROM run').get()).toEqual({ rows: 0 });
  store.close();
});

it('rolls back a part alone, and the part with the whole', () => {
  const store = openDatabase(join(temporaryFolder(), 'store.sqlite'), migrations);
  const put = (name: string) => store.prepare('INSERT INTO run (name) VALUES (?)').run(name);
  const failing = () =>
    inTransaction(store, () => {
      put('part');
      throw new Error('stop');
    });

  inTransaction(store, () => {
    put('before');
    expect(failing).toThrowError('stop');
    inTransaction(store, () => put('another part'));
  });
  expect(() =>
    inTransaction(store, () => {
      inTransaction(store, () => put('part'));
      throw new Error('stop');
    }),
  ).toThrowError('stop');

  expect(store.prepare('SELECT name FROM run ORDER BY rowid').all()).toEqual([
    { name: 'before' },
    { name: 'another part' },
  ]);
  store.close();
});
