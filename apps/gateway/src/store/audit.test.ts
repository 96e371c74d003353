import { join } from 'node:path';
import { openDatabase } from '@auto-ops/runtime';
import { temporaryFolder } from '@auto-ops/testing';
import { expect, it } from 'vitest';
import { createAudit } from './audit.ts';
import { migrations } from './migrations.ts';

it.each([
  ['an edited entry', "UPDATE audit SET actor = 'mallory' WHERE seq = 2", 2],
  ['a removed entry', 'DELETE FROM audit WHERE seq = 2', 2],
  ['a removed first entry', 'DELETE FROM audit WHERE seq = 1', 1],
])('finds %s', (_, tamper, found) => {
  const database = openDatabase(join(temporaryFolder(), 'store.sqlite'), migrations);
  const audit = createAudit(database, () => '2026-11-21T10:00:00Z');
  for (const kind of ['one', 'two', 'three']) audit.append({ actor: 'ada', kind, subject: 'x', detail: {} });

  expect(audit.verify()).toBeUndefined();
  database.exec(tamper);

  expect(audit.verify()).toBe(found);
  database.close();
});
