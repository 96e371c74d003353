import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLogger } from '@auto-ops/runtime';
import { temporaryFolder } from '@auto-ops/testing';
import { expect, it } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { clean } from './clean.ts';

it('removes deliveries, runs and bundles older than thirty days, and what is pending never', async () => {
  const folder = temporaryFolder();
  const bundles = join(folder, 'bundles');
  mkdirSync(bundles);
  for (const name of ['old', 'young']) writeFileSync(join(bundles, name), '');
  utimesSync(join(bundles, 'old'), new Date('2026-01-01'), new Date('2026-01-01'));
  utimesSync(join(bundles, 'young'), new Date('2026-02-20'), new Date('2026-02-20'));
  const store = openStore(folder, () => '2026-03-01T00:00:00Z');
  const entry = { connector: 'alertmanager', body: '{}', receivedAt: '2026-01-01T00:00:00.000Z' };
  for (const id of ['settled', 'pending']) await store.journal.accept({ id, ...entry });
  store.journal.settle('settled', 'filtered', undefined, undefined);
  const asked: Date[] = [];

  await clean({
    store,
    bundles,
    forget: async (before) => {
      asked.push(before);
      return [];
    },
    logger: createLogger({ name: 'test', level: 'silent' }),
    clock: () => new Date('2026-03-01T00:00:00Z'),
  });

  expect(store.journal.counts()).toMatchObject({ accepted: 1, pending: 1, filtered: 0 });
  expect([existsSync(join(bundles, 'old')), existsSync(join(bundles, 'young'))]).toEqual([false, true]);
  expect(asked).toEqual([new Date('2026-01-30T00:00:00Z')]);
  store.close();
});
