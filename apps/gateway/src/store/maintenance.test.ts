import { temporaryFolder } from '@auto-ops/testing';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from './open-store.ts';

const subject = { repository: 'acme/shop', commit: 'a'.repeat(40) };
const delivery = 'd'.repeat(64);

function open() {
  let milliseconds = Date.parse('2026-01-01T00:00:00Z');
  const now = () => {
    milliseconds += 1;
    return new Date(milliseconds).toISOString();
  };
  const store = openStore(temporaryFolder(), now);
  onTestFinished(() => store.close());
  return store.maintenance;
}

it('queues what is asked for once, whoever asks again, also when it is done', () => {
  const maintenance = open();

  const first = maintenance.request({ job: 'reindex', subject, delivery });
  const again = maintenance.request({ job: 'reindex', subject, delivery: 'e'.repeat(64) });
  const other = maintenance.request({ job: 'review-risk', subject: { ...subject, pullRequest: 7 }, delivery });

  expect(again).toBe(first);
  expect(first).toMatch(/^reindex-[0-9a-f]{16}$/);
  expect(maintenance.open().map(({ run }) => run)).toEqual([first, other]);
  maintenance.finish(first, { documents: 3 });
  maintenance.request({ job: 'reindex', subject, delivery });
  expect(maintenance.open().map(({ run }) => run)).toEqual([other]);
});

it('keeps a result, and no failure takes it away', () => {
  const maintenance = open();
  const run = maintenance.request({ job: 'reindex', subject, delivery });

  maintenance.submitted(run);
  maintenance.finish(run, { documents: 3 });
  maintenance.fail(run, 'the Workflow failed afterwards');

  expect(maintenance.find(run)).toMatchObject({ state: 'done', result: { documents: 3 }, subject });
  expect(maintenance.last('reindex', 'done')?.run).toBe(run);
  expect(maintenance.last('reindex', 'failed')).toBeUndefined();
});

it('takes a result that comes after the run was given up', () => {
  const maintenance = open();
  const run = maintenance.request({ job: 'reindex', subject, delivery });

  maintenance.fail(run, 'not done within a day');
  maintenance.finish(run, { documents: 3 });

  expect(maintenance.find(run)).toMatchObject({ state: 'done', reason: undefined });
});

it('knows that a later run of the same repository was faster', () => {
  const maintenance = open();
  const early = maintenance.request({ job: 'reindex', subject, delivery });
  const late = maintenance.request({ job: 'reindex', subject: { ...subject, commit: 'b'.repeat(40) }, delivery });
  const elsewhere = maintenance.request({ job: 'reindex', subject: { repository: 'acme/other' }, delivery });

  maintenance.finish(late, {});

  const outdated = [early, late, elsewhere].map((run) => {
    const record = maintenance.find(run);
    return record !== undefined && maintenance.isOutdated(record);
  });
  expect(outdated).toEqual([true, false, false]);
});

it('keeps the newest two hundred ended runs of a job and every other job', () => {
  const maintenance = open();
  const risk = maintenance.request({ job: 'review-risk', subject, delivery });
  maintenance.finish(risk, {});

  for (let index = 0; index < 205; index += 1) {
    maintenance.adopt(`auto-ops-heartbeat-${index}`, 'heartbeat');
    maintenance.finish(`auto-ops-heartbeat-${index}`, { index });
  }

  expect(maintenance.results('heartbeat', 500)).toHaveLength(200);
  expect(maintenance.find('auto-ops-heartbeat-4')).toBeUndefined();
  expect(maintenance.last('heartbeat', 'done')?.result).toEqual({ index: 204 });
  expect(maintenance.find(risk)?.state).toBe('done');
});
