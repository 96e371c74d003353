import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Run } from '@auto-ops/contracts';
import { temporaryFolder } from '@auto-ops/testing';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { fixtureIncident } from '../conformance/fixture-incident.ts';
import { fixtureStep } from '../conformance/fixture-step.ts';
import { fixtureTask } from '../conformance/fixture-task.ts';
import { fixtureTemplate } from '../conformance/fixture-template.ts';
import { openFixtureEngine } from '../conformance/open-fixture-engine.ts';
import type { LocalEngine } from './local-engine.ts';
import type { LocalEngineOptions } from './local-engine-options.ts';

function open(folder: string, template: unknown, rest: Partial<LocalEngineOptions> = {}): LocalEngine {
  const engine = openFixtureEngine(folder, template, rest);
  onTestFinished(() => engine.close());
  return engine;
}

async function until(engine: LocalEngine, isAsWished: (run: Run) => boolean): Promise<Run> {
  for (let tries = 0; tries < 2000; tries += 1) {
    const run = (await engine.runs()).find(isAsWished);
    if (run !== undefined) return run;
    await wait(20);
  }
  throw new Error(JSON.stringify(await engine.runs(), null, 1));
}

// Two cores may be shared with the other tests.
vi.setConfig({ testTimeout: 60_000 });

const hasEnded = (run: Run) => run.phase === 'Succeeded' || run.phase === 'Failed';
const phaseOf = (run: Run, name: string) => run.nodes.find((node) => node.displayName === name)?.phase;
const messageOf = (run: Run, name: string) => run.nodes.find((node) => node.displayName === name)?.message;

describe('going on', () => {
  it('goes on after it was closed in the middle of a step, with the template that the run was started with', async () => {
    const folder = temporaryFolder();
    const first = openFixtureEngine(
      folder,
      fixtureTemplate([fixtureTask('one', 'sleep:400'), fixtureTask('two', 'exit:0', { depends: 'one' })]),
    );
    await first.start(fixtureIncident('a'));
    await until(first, (run) => existsSync(join(first.folderOf(run.name), 'step/one/starts')));
    await first.close();

    const second = open(folder, fixtureTemplate([fixtureTask('other', 'exit:0')]));
    await second.resumeAll();
    const run = await until(second, hasEnded);

    expect(run.phase).toBe('Succeeded');
    expect([phaseOf(run, 'one'), phaseOf(run, 'two'), phaseOf(run, 'other')]).toEqual([
      'Succeeded',
      'Succeeded',
      undefined,
    ]);
    expect(readFileSync(join(second.folderOf(run.name), 'step/one/starts'), 'utf8')).toBe('2');
  });

  it('waits on for a decision, and the time of the wait runs on', async () => {
    const folder = temporaryFolder();
    const template = fixtureTemplate(
      [{ name: 'approve', template: 'approve' }],
      [{ name: 'approve', suspend: { duration: '1h' }, outputs: { parameters: [] } }],
    );
    const first = openFixtureEngine(folder, template);
    await first.start(fixtureIncident('a'));
    await first.close();

    const second = open(folder, template, { clock: () => new Date(Date.now() + 3_500_000) });
    await second.resumeAll();
    const waiting = (await second.runs())[0];
    await second.close();
    const third = open(folder, template, { clock: () => new Date(Date.now() + 3_700_000) });
    await third.resumeAll();

    expect(waiting?.phase).toBe('Suspended');
    expect((await until(third, hasEnded)).phase).toBe('Succeeded');
  });

  it('keeps a second engine out of its folder', () => {
    const folder = temporaryFolder();
    open(folder, fixtureTemplate([fixtureTask('one', 'exit:0')]));

    expect(() => openFixtureEngine(folder, fixtureTemplate([fixtureTask('one', 'exit:0')]))).toThrowError(
      expect.objectContaining({ code: 'ENGINE_RUNNING' }),
    );
  });
});

describe('a step', () => {
  it('that is killed is started again, but not for ever', async () => {
    const engine = open(
      temporaryFolder(),
      fixtureTemplate([fixtureTask('twice', 'die:2 write:verdict=done'), fixtureTask('always', 'die:9')]),
    );
    await engine.start(fixtureIncident('a'));
    const run = await until(engine, hasEnded);

    expect([phaseOf(run, 'twice'), phaseOf(run, 'always')]).toEqual(['Succeeded', 'Failed']);
    expect(messageOf(run, 'always')).toContain('SIGKILL');
    expect(readFileSync(join(engine.folderOf(run.name), 'step/always/starts'), 'utf8')).toBe('6');
  });

  it('sees the environment of its zone, and of nothing else', async () => {
    const base = fixtureStep('step');
    const container = {
      ...base.container,
      env: [{ name: 'AUTO_OPS_RUN', value: '{{workflow.name}}' }],
      envFrom: [{ configMapRef: { name: 'auto-ops-a' } }, { secretRef: { name: 'auto-ops-a-apply', optional: true } }],
    };
    const engine = open(
      temporaryFolder(),
      fixtureTemplate([fixtureTask('one', 'environment')], [{ ...base, container }]),
      {
        environment: (name, run) => ({ [name.toUpperCase().replaceAll('-', '_')]: run }),
      },
    );
    await engine.start(fixtureIncident('a'));
    const run = await until(engine, hasEnded);

    const seen = JSON.parse(readFileSync(join(engine.folderOf(run.name), 'step/one/environment.json'), 'utf8'));
    expect(Object.keys(seen).sort()).toEqual(
      [
        'AUTO_OPS_A',
        'AUTO_OPS_A_APPLY',
        'AUTO_OPS_RUN',
        'AUTO_OPS_SUPERVISED',
        'NODE_COMPILE_CACHE',
        'PATH',
        'TMPDIR',
      ].sort(),
    );
    expect(seen).toMatchObject({ AUTO_OPS_RUN: 'incident-a', AUTO_OPS_A: 'incident-a', AUTO_OPS_SUPERVISED: 'true' });
    expect(existsSync(seen.TMPDIR)).toBe(false);
  });

  it.each([
    ['an output that is too long', `write:verdict=${'x'.repeat(300)}`, 'at most 256 bytes'],
    ['an exit code', 'exit:3', 'exit code 3'],
  ])('with %s ends with a message that says so', async (_, what, message) => {
    const engine = open(temporaryFolder(), fixtureTemplate([fixtureTask('one', what)]));
    await engine.start(fixtureIncident('a'));
    const run = await until(engine, hasEnded);

    expect(run.phase).toBe('Failed');
    expect(messageOf(run, 'one')).toContain(message);
  });

  it('without a program is an error that says so', async () => {
    const programs = () => ({ command: process.execPath, args: ['/nowhere/analyst.mjs'] });
    const engine = open(temporaryFolder(), fixtureTemplate([fixtureTask('one', 'exit:0')]), { programs });
    await engine.start(fixtureIncident('a'));
    const run = await until(engine, hasEnded);

    expect(phaseOf(run, 'one')).toBe('Error');
    expect(messageOf(run, 'one')).toContain('STEP_BUNDLE_MISSING');
  });

  it('that has ended cannot be changed by mistake until its run has ended', async () => {
    const engine = open(
      temporaryFolder(),
      fixtureTemplate([fixtureTask('one', 'exit:0'), fixtureTask('two', 'sleep:300', { depends: 'one' })]),
    );
    await engine.start(fixtureIncident('a'));
    const running = await until(engine, (run) => phaseOf(run, 'two') === 'Running');
    const place = join(engine.folderOf(running.name), 'step/one');
    const during = [statSync(place).mode & 0o222, statSync(join(place, 'starts')).mode & 0o222];
    await until(engine, hasEnded);

    expect(during).toEqual([0, 0]);
    expect(statSync(place).mode & 0o200).toBe(0o200);
  });

  it('runs beside no more than the parallelism allows', async () => {
    const each = fixtureTask('each', 'sleep:60', { withParam: '["a","b","c","d","e"]' });
    each.arguments.parameters[0] = { name: 'of', value: 'each-{{item}}' };
    const engine = open(temporaryFolder(), fixtureTemplate([each]), { parallelism: 2 });
    let most = 0;
    engine.watch((run) => {
      most = Math.max(most, run.nodes.filter((node) => node.kind === 'Pod' && node.phase === 'Running').length);
    });
    await engine.start(fixtureIncident('a'));
    await until(engine, hasEnded);

    expect(most).toBe(2);
  });
});

it('lets a change finish when its run is cancelled', async () => {
  const tasks = [{ name: 'target', template: 'target' }, fixtureTask('never', 'exit:0', { depends: 'target' })];
  const target = {
    name: 'target',
    synchronization: { mutexes: [{ name: 'target' }] },
    dag: { tasks: [fixtureTask('apply', 'sleep:200'), fixtureTask('verify', 'exit:0', { depends: 'apply' })] },
  };
  const engine = open(temporaryFolder(), fixtureTemplate(tasks, [fixtureStep('step'), target]));
  const name = await engine.start(fixtureIncident('a'));
  await until(engine, (run) => phaseOf(run, 'apply') === 'Running');

  await engine.cancel(name);

  const run = await until(engine, hasEnded);
  expect(run).toMatchObject({ phase: 'Failed', message: 'cancelled' });
  expect([phaseOf(run, 'apply'), phaseOf(run, 'verify'), phaseOf(run, 'never')]).toEqual([
    'Succeeded',
    'Succeeded',
    undefined,
  ]);
});

it('ends the running step of a run that is cancelled', async () => {
  const engine = open(temporaryFolder(), fixtureTemplate([fixtureTask('slow', 'sleep:60000')]));
  const name = await engine.start(fixtureIncident('a'));
  await until(engine, (run) => phaseOf(run, 'slow') === 'Running');

  await engine.cancel(name);

  const run = await until(engine, hasEnded);
  expect([run.phase, phaseOf(run, 'slow'), phaseOf(run, 'report')]).toEqual(['Failed', 'Failed', 'Succeeded']);
});

describe('a replay', () => {
  const template = fixtureTemplate([
    fixtureTask('one', 'need:incident/incident.json need:incident/bundle/evidence/a.ndjson'),
  ]);

  it('finds a copy of its bundle in the workspace', async () => {
    const bundle = temporaryFolder();
    mkdirSync(join(bundle, 'evidence'));
    writeFileSync(join(bundle, 'evidence/a.ndjson'), '{}\n');
    const engine = open(temporaryFolder(), template);

    await engine.start(fixtureIncident('a', { mode: 'replay' }), { bundle, name: 'incident-a-2' });

    expect(await until(engine, hasEnded)).toMatchObject({ phase: 'Succeeded', name: 'incident-a-2', incident: 'a' });
  });

  it('is refused without a bundle, and with one that holds a link; nothing is left of it', async () => {
    const bundle = temporaryFolder();
    symlinkSync('/etc', join(bundle, 'link'));
    chmodSync(bundle, 0o755);
    const engine = open(temporaryFolder(), template);
    const incident = fixtureIncident('a', { mode: 'replay' });

    await expect(engine.start(incident)).rejects.toMatchObject({ code: 'DOCUMENT_MISSING' });
    await expect(engine.start(incident, { bundle })).rejects.toMatchObject({ code: 'WORKSPACE_SYMLINK' });
    expect(await engine.runs()).toEqual([]);
    expect(existsSync(join(engine.folderOf('incident-a'), 'incident'))).toBe(false);
  });
});

describe('forgetting', () => {
  it('removes runs that ended before a time, whole, and no others', async () => {
    const folder = temporaryFolder();
    let now = new Date('2026-01-01T00:00:00Z');
    const engine = open(folder, fixtureTemplate([fixtureTask('one', 'exit:0')]), { clock: () => now });
    const old = await engine.start(fixtureIncident('a'));
    await until(engine, (run) => run.name === old && hasEnded(run));
    now = new Date('2026-02-01T00:00:00Z');
    const young = await engine.start(fixtureIncident('b'));
    await until(engine, (run) => run.name === young && hasEnded(run));

    const forgotten = await engine.forget(new Date('2026-01-15T00:00:00Z'));

    expect(forgotten).toEqual([old]);
    expect((await engine.runs()).map((run) => run.name)).toEqual([young]);
    expect([existsSync(engine.folderOf(old)), existsSync(join(folder, 'logs', old))]).toEqual([false, false]);
    expect(existsSync(engine.folderOf(young))).toBe(true);
  });
});
