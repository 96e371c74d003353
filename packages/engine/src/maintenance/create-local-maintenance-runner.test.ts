import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MaintenanceTask } from '@auto-ops/contracts';
import { createLogger } from '@auto-ops/runtime';
import { temporaryFolder } from '@auto-ops/testing';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createLocalMaintenanceRunner } from './create-local-maintenance-runner.ts';

const task = (run: string): MaintenanceTask => ({ schemaVersion: 1, run, job: 'heartbeat' });

/** A runner whose program writes what it was given beside itself and ends as its run's name says. */
function open() {
  const folder = temporaryFolder();
  const program = join(folder, 'maintenance.mjs');
  writeFileSync(
    program,
    `import { appendFileSync } from 'node:fs';
    const { AUTO_OPS_RUN: run, SECRET: secret, HOME: home } = process.env;
    appendFileSync(${JSON.stringify(join(folder, 'told'))}, JSON.stringify([run, process.argv.slice(2, 4), secret, home ?? null]) + '\\n');
    if (run.startsWith('long')) setTimeout(() => undefined, 60_000);
    else process.exitCode = Number(run.split('-')[1]);`,
  );
  const told: string[] = [];
  let now = 0;
  const runner = createLocalMaintenanceRunner({
    folder: join(folder, 'maintenance'),
    programs: () => ({ command: process.execPath, args: [program] }),
    environment: (name, run) => (name === 'auto-ops-maintenance' ? { AUTO_OPS_RUN: run } : { SECRET: name }),
    prepare: async (run) => void told.push(`prepare ${run}`),
    release: (run) => void told.push(`release ${run}`),
    logger: createLogger({ name: 'test', level: 'silent' }),
    clock: () => now,
  });
  onTestFinished(() => runner.close());
  const until = async (run: string, phase: string) => {
    let state = await runner.look(run);
    await vi.waitFor(
      async () => {
        state = await runner.look(run);
        expect(state.phase).toBe(phase);
      },
      { timeout: 10_000 },
    );
    return state;
  };
  return {
    folder,
    runner,
    told,
    until,
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
    lines: () => readFileSync(join(folder, 'told'), 'utf8').trim().split('\n'),
  };
}

it('runs the program with the environment of its job and nothing else, and cleans up', async () => {
  const { runner, told, until, lines, folder } = open();

  await runner.submit(task('exit-0'));
  await until('exit-0', 'succeeded');

  expect(lines()).toEqual([
    JSON.stringify(['exit-0', ['heartbeat', '--workspace'], 'auto-ops-maintenance-heartbeat', null]),
  ]);
  expect(told).toEqual(['prepare exit-0', 'release exit-0']);
  await vi.waitFor(() => expect(existsSync(join(folder, 'maintenance', 'runs', 'exit-0'))).toBe(false));
  expect(await runner.submit(task('exit-0'))).toEqual({ phase: 'succeeded' });
});

it('runs one at a time, and ends it when it is closed', async () => {
  const { runner, until, told } = open();

  await runner.submit(task('long-1'));
  const second = await runner.submit(task('exit-0'));
  await runner.close();

  expect([second.phase, (await until('long-1', 'failed')).message]).toEqual([
    'absent',
    expect.stringContaining('the gateway is closing'),
  ]);
  expect(told).toEqual(['prepare long-1', 'release long-1']);
});

it('says why a run failed', async () => {
  const { runner, until } = open();

  await runner.submit(task('exit-4'));

  expect((await until('exit-4', 'failed')).message).toMatch(/exit 4; see .*heartbeat\.log$/);
});

it('tries again later what asked for it, and not at once', async () => {
  const { runner, lines, until, wait } = open();

  await runner.submit(task('exit-75'));
  await until('exit-75', 'absent');
  await runner.submit(task('exit-75'));
  const soon = lines().length;
  wait(30_000);
  await runner.submit(task('exit-75'));
  await vi.waitFor(() => expect(lines()).toHaveLength(2));

  expect(soon).toBe(1);
  await until('exit-75', 'absent');
});
