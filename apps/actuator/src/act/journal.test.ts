import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Effect } from '@auto-ops/contracts';
import { temporaryFolder } from '@auto-ops/testing';
import { expect, test } from 'vitest';
import { openJournal } from './journal.ts';

const at = '2026-11-21T12:00:00Z';
const target = { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'cart-1' };
const effect: Effect = {
  action: 'a1',
  type: 'delete-pod',
  target,
  status: 'applied',
  startedAt: at,
  endedAt: at,
  detail: 'x',
};

test('remembers an intent until there is a result, across openings', () => {
  const path = join(temporaryFolder(), 'journal.ndjson');

  openJournal(path).write({ entry: 'intent', action: 'a1', at });
  const interrupted = openJournal(path);
  const open = interrupted.openIntent('a1');
  interrupted.write({ entry: 'result', effect });

  const finished = openJournal(path);
  expect(open).toMatchObject({ action: 'a1', at });
  expect(finished.openIntent('a1')).toBeUndefined();
  expect(finished.result('a1')).toEqual(effect);
  expect(finished.start).toBe(at);
  expect(finished.result('a2')).toBeUndefined();
});

test('a torn last line was never written', () => {
  const path = join(temporaryFolder(), 'journal.ndjson');
  openJournal(path).write({ entry: 'intent', action: 'a1', at });
  appendFileSync(path, '{"entry":"result","eff');

  const journal = openJournal(path);
  journal.write({ entry: 'result', effect });

  expect(openJournal(path).result('a1')).toEqual(effect);
  expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(3);
});

test('anything else that does not parse stops the step', () => {
  const path = join(temporaryFolder(), 'journal.ndjson');
  writeFileSync(path, '{"entry":"other"}\n');

  expect(() => openJournal(path)).toThrow(expect.objectContaining({ code: 'DOCUMENT_INVALID' }));
});

test('a journal that cannot be written stops the step before it acts', () => {
  const path = join(temporaryFolder(), 'missing', 'journal.ndjson');

  expect(() => openJournal(path).write({ entry: 'intent', action: 'a1', at })).toThrow(
    expect.objectContaining({ code: 'WORKSPACE_UNWRITABLE', exit: 75 }),
  );
});
