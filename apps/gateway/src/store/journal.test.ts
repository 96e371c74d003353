import { temporaryFolder } from '@auto-ops/testing';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from './open-store.ts';

it('holds one body at a time, however many wait', async () => {
  const now = () => '2026-01-01T00:00:00Z';
  const store = openStore(temporaryFolder(), now);
  onTestFinished(() => store.close());
  const entry = { connector: 'rest', receivedAt: now(), body: 'first' };
  await Promise.all(['a', 'b', 'c'].map((id) => store.journal.accept({ ...entry, id })));

  const seen: string[] = [];
  for (const { id, body } of store.journal.pending(10, now())) {
    seen.push(`${id} ${body}`);
    store.journal.settle('c', 'filtered', undefined, undefined);
    store.journal.prune('2027-01-01T00:00:00Z');
  }

  expect(seen).toEqual(['a first', 'b first']);
});
