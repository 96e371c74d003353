import type { MaintenanceRun, MaintenanceTask } from '@auto-ops/contracts';
import { AutoOpsError } from '@auto-ops/contracts';
import { createLogger } from '@auto-ops/runtime';
import { temporaryFolder } from '@auto-ops/testing';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { createMaintenanceController } from './maintenance-controller.ts';
import type { ScheduledJob } from './maintenance-schedule.ts';
import { maintenanceSchedule } from './maintenance-schedule.ts';

const subject = { repository: 'acme/shop', commit: 'a'.repeat(40) };
const minute = 60_000;

/** Maintenance over a real store, with a runner whose runs a test moves by hand. */
function open(schedule: readonly ScheduledJob[] = [], folder = temporaryFolder()) {
  const state = { now: Date.parse('2026-01-01T00:00:00Z'), isDown: false };
  const now = () => new Date(state.now).toISOString();
  const store = openStore(folder, now);
  const runs = new Map<string, MaintenanceRun>();
  const submitted: MaintenanceTask[] = [];
  const look = async (run: string): Promise<MaintenanceRun> => runs.get(run) ?? { phase: 'absent' };
  const controller = createMaintenanceController({
    store,
    schedule,
    now,
    logger: createLogger({ name: 'test', level: 'silent' }),
    runner: {
      look,
      submit: async (task) => {
        if (state.isDown) throw new AutoOpsError('KUBERNETES_UNREACHABLE', 'no answer');
        submitted.push(task);
        return look(task.run);
      },
      close: async () => undefined,
    },
  });
  onTestFinished(async () => {
    await controller.stop();
    store.close();
  });
  const ask = () => store.maintenance.request({ job: 'reindex', subject, delivery: 'd'.repeat(64) });
  return { store, runs, submitted, state, controller, ask };
}

it('submits what was asked for until its result is in', async () => {
  const { store, runs, submitted, controller, ask } = open();
  const run = ask();

  await controller.kick();
  runs.set(run, { phase: 'running' });
  await controller.kick();
  store.maintenance.finish(run, { documents: 1 });
  await controller.kick();

  expect(submitted).toEqual(Array(2).fill({ schemaVersion: 1, run, job: 'reindex', subject }));
  expect(store.maintenance.find(run)).toMatchObject({ state: 'done' });
});

it('fails a run that failed and says why', async () => {
  const { store, runs, submitted, controller, ask } = open();
  const run = ask();
  runs.set(run, { phase: 'failed', message: 'exit code 4' });

  await controller.kick();
  await controller.kick();

  expect(store.maintenance.find(run)).toMatchObject({ state: 'failed', reason: 'exit code 4' });
  expect(submitted).toHaveLength(1);
});

it('takes a run that succeeded and handed nothing in for one that had nothing to do', async () => {
  const { store, runs, controller, ask } = open();
  const run = ask();
  runs.set(run, { phase: 'succeeded' });

  await controller.kick();

  expect(store.maintenance.find(run)).toMatchObject({ state: 'done', result: undefined, reason: undefined });
  expect(store.maintenance.results('reindex', 10)).toEqual([]);
});

it('waits while the cluster is away, for a day', async () => {
  const { store, state, controller, ask } = open();
  const run = ask();
  state.isDown = true;

  await controller.kick();
  const early = store.maintenance.find(run)?.state;
  state.isDown = false;
  state.now += 24 * 60 * minute + 1;
  await controller.kick();

  expect([early, store.maintenance.find(run)]).toMatchObject([
    'queued',
    { state: 'failed', reason: 'not done within a day' },
  ]);
});

it('submits nothing that a copy of the store remembers', async () => {
  const { store, ask } = open();
  ask();
  const folder = temporaryFolder();
  await store.restoration.copyTo(`${folder}/store.sqlite`);
  const restored = open([{ job: 'heartbeat', periodMilliseconds: minute }], folder);

  await restored.controller.kick();
  const before = restored.submitted.length;
  restored.store.restoration.settle(new Set());
  await restored.controller.kick();

  expect([before, restored.submitted.map(({ job }) => job)]).toEqual([0, ['heartbeat']]);
});

it('looks at what the cluster started by itself, and submits none of it', async () => {
  const { store, runs, submitted, controller } = open();
  store.maintenance.adopt('heartbeat-1', 'heartbeat');
  store.maintenance.adopt('heartbeat-2', 'heartbeat');
  runs.set('heartbeat-2', { phase: 'running' });

  await controller.kick();

  expect(submitted).toEqual([]);
  expect(['heartbeat-1', 'heartbeat-2'].map((run) => store.maintenance.find(run)?.state)).toEqual([
    'failed',
    'submitted',
  ]);
});

it('starts what is scheduled when it is due, never twice at once, also after a restart', async () => {
  const { store, submitted, state, controller } = open([{ job: 'heartbeat', periodMilliseconds: 5 * minute }]);

  await controller.kick();
  await controller.kick();
  const [first] = store.maintenance.open();
  store.maintenance.finish(first?.run ?? '', {});
  state.now += 4 * minute;
  await controller.kick();
  const early = store.maintenance.open();
  state.now += minute;
  await controller.kick();

  expect([early, submitted.length, store.maintenance.open()]).toMatchObject([
    [],
    3,
    [{ job: 'heartbeat', requestedBy: 'schedule' }],
  ]);
});

it('has nothing to do where nothing is configured', () => {
  expect(maintenanceSchedule({})).toEqual([]);
  expect(maintenanceSchedule({ AUTO_OPS_CHECKS: ' \n' })).toEqual([]);
  expect(maintenanceSchedule({ AUTO_OPS_CHECKS: 'shop http http://shop', AUTO_OPS_BACKUP_FOLDER: '/b' })).toEqual([
    { job: 'heartbeat', periodMilliseconds: 5 * minute },
    { job: 'backup', periodMilliseconds: 15 * minute },
  ]);
});
