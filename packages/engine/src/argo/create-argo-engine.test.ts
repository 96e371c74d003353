import type { Decision, Run } from '@auto-ops/contracts';
import { expect, it, vi } from 'vitest';
import { fixtureIncident } from '../conformance/fixture-incident.ts';
import { argoWorld } from './__fixtures__/argo-world.ts';
import type { ArgoEngine } from './argo-engine.ts';

const name = 'incident-a1';
const decision = { id: 'decision-1', run: name } as Decision;

async function until(engine: ArgoEngine, isAsWished: (run: Run | undefined) => boolean): Promise<Run | undefined> {
  return vi.waitFor(async () => {
    const run = (await engine.runs()).find((one) => one.name === name);
    if (!isAsWished(run)) throw new Error(`not yet: ${JSON.stringify(run)}`);
    return run;
  });
}
const isSuspended = (run: Run | undefined) => run?.phase === 'Suspended';

async function suspended(over: { wake?: number; stop?: number } = {}) {
  const world = await argoWorld();
  const engine = world.open(over);
  await engine.start(fixtureIncident('a1'));
  world.suspend(name);
  await until(engine, isSuspended);
  return { world, engine };
}

it('keeps the incident for the steps, then posts; the Sensor makes the Workflow', async () => {
  const world = await argoWorld();
  const engine = world.open();

  const run = await engine.start(fixtureIncident('a1'));

  expect(run).toBe(name);
  expect(world.log).toEqual([`create configmaps ${name}`, 'event incident a1 warning']);
  expect(world.configMap(name)).toMatchObject({
    immutable: true,
    metadata: { labels: { 'auto-ops.dev/incident': 'a1', 'auto-ops.dev/run': name } },
  });
  const { data } = world.configMap(name) as unknown as { data: Record<string, string> };
  expect(JSON.parse(data['incident.json'] ?? '')).toEqual(fixtureIncident('a1'));
  await until(engine, (one) => one?.phase === 'Running');
});

it('makes one Workflow of twenty starts, doubled events and a second process', async () => {
  const world = await argoWorld();
  world.events = 'double';
  const [one, other] = [world.open(), world.open()];

  await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 2 ? one : other).start(fixtureIncident('a1'))));
  await until(other, (run) => run?.phase === 'Running');

  expect(world.workflows()).toEqual([name]);
  expect((await one.runs()).length).toBe(1);
});

it('posts a lost event again, and makes the Workflow itself when events do not help', async () => {
  const world = await argoWorld();
  world.events = 'lose';
  const engine = world.open();
  await engine.start(fixtureIncident('a1'));
  expect((await engine.runs()).map((run) => run.phase)).toEqual(['Pending']);

  await vi.waitFor(() => expect(world.workflows()).toEqual([name]), 5000);

  expect(world.log).toEqual([
    `create configmaps ${name}`,
    ...Array.from({ length: 3 }, () => 'event incident a1 warning'),
    `create workflows ${name}`,
  ]);
  expect(world.workflow(name)).toMatchObject({
    spec: {
      workflowTemplateRef: { name: 'auto-ops-incident' },
      arguments: {
        parameters: [
          { name: 'incident', value: 'a1' },
          { name: 'severity', value: 'warning' },
        ],
      },
    },
  });
});

it('tells how urgent an incident is, also where another process goes on', async () => {
  const world = await argoWorld();
  world.events = 'lose';
  const engine = world.open({ post: 10_000 });
  await engine.start({ ...fixtureIncident('a1'), severity: 'critical' });
  await engine.close();

  world.open();
  await vi.waitFor(() => expect(world.workflows()).toEqual([name]), 5000);

  expect(world.log.filter((line) => line.startsWith('event'))).toEqual(
    Array.from({ length: 4 }, () => 'event incident a1 critical'),
  );
  expect(world.workflow(name)).toMatchObject({
    spec: { arguments: { parameters: [{ name: 'incident' }, { name: 'severity', value: 'critical' }] } },
  });
});

it('starts although the event source fails, and stops posting once the Workflow is there', async () => {
  const world = await argoWorld();
  world.events = 'fail';
  const engine = world.open();

  await engine.start(fixtureIncident('a1'));
  world.events = 'work';
  await until(engine, (run) => run?.phase === 'Running');
  const posts = world.log.length;
  await new Promise((resolve) => setTimeout(resolve, 150));

  expect(world.log.length).toBe(posts);
});

it('wakes by an event, and knows a second word on the same wait', async () => {
  const { world, engine } = await suspended({ wake: 20_000 });

  await engine.decide(name, decision);
  await engine.decide(name, decision);
  await until(engine, (run) => run?.nodes[0]?.phase === 'Succeeded');
  await engine.decide(name, decision);

  expect(world.log.filter((line) => line === 'event decision a1')).toHaveLength(1);
});

it('wakes again when the wait goes on, finally one node through the Argo Server', async () => {
  const { world, engine } = await suspended();
  world.events = 'lose';

  await engine.decide(name, decision);
  await until(engine, (run) => run?.nodes[0]?.phase === 'Succeeded');

  expect(world.log.slice(2)).toEqual(['event decision a1', 'event decision a1', `resume ${name}`]);
});

it('goes on with a decision that another process took and did not deliver', async () => {
  const { world, engine } = await suspended();
  world.events = 'lose';
  await engine.decide(name, decision);
  await engine.close();
  world.events = 'work';

  const next = world.open();

  await until(next, (run) => run?.nodes[0]?.phase === 'Succeeded');
});

it('does not take a decision for a run that does not wait, or of another run', async () => {
  const world = await argoWorld();
  world.events = 'lose';
  const engine = world.open({ post: 10_000 });
  await engine.start(fixtureIncident('a1'));

  await expect(engine.decide(name, decision)).rejects.toMatchObject({ code: 'RUN_STATE_INVALID' });
  world.createWorkflow(name);
  world.suspend(name);
  await until(engine, isSuspended);

  const foreign = { ...decision, run: 'incident-b' };
  await expect(engine.decide(name, foreign)).rejects.toMatchObject({ code: 'RUN_STATE_INVALID' });
  await expect(engine.decide('incident-b', foreign)).rejects.toMatchObject({ code: 'RUN_UNKNOWN' });
});

it('stops the Workflow of a cancelled run, once, and keeps what its exit handler does', async () => {
  const { world, engine } = await suspended({ stop: 20_000 });

  await engine.cancel(name);
  await engine.cancel(name);
  await vi.waitFor(() => expect(world.workflow(name)?.spec).toEqual({ shutdown: 'Stop' }));
  world.move(name, 'Failed');
  await until(engine, (run) => run?.phase === 'Failed');

  expect(world.log.filter((line) => line === `stop ${name}`)).toHaveLength(1);
  await expect(engine.cancel('incident-b')).rejects.toMatchObject({ code: 'RUN_UNKNOWN' });
});

it('ends a run that was cancelled before an event made its Workflow, and stops one that comes late', async () => {
  const world = await argoWorld();
  world.events = 'lose';
  const engine = world.open({ post: 10_000 });
  await engine.start(fixtureIncident('a1'));

  await engine.cancel(name);
  await until(engine, (run) => run?.phase === 'Failed');
  world.createWorkflow(name);

  await vi.waitFor(() => expect(world.log).toContain(`stop ${name}`));
});

it('never starts a run again whose Workflow was there and is gone', async () => {
  const world = await argoWorld();
  const engine = world.open();
  await engine.start(fixtureIncident('a1'));
  await until(engine, (run) => run?.phase === 'Running');
  await vi.waitFor(() => expect(world.configMap(name)?.metadata.annotations).toHaveProperty(['auto-ops.dev/workflow']));

  world.removeWorkflow(name);
  await until(engine, (run) => run?.phase === 'Failed');
  await engine.start(fixtureIncident('a1'));
  await engine.close();
  const next = world.open();
  await until(next, (run) => run?.phase === 'Failed');
  await new Promise((resolve) => setTimeout(resolve, 100));

  expect(world.log.filter((line) => line.startsWith('event'))).toHaveLength(1);
  expect(world.workflows()).toEqual([]);
});

it('keeps how a run ended when Argo removes its Workflow, and then removes the ConfigMap', async () => {
  const world = await argoWorld();
  let now = Date.now();
  const engine = world.open({}, () => new Date(now));
  await engine.start(fixtureIncident('a1'));
  world.move(name, 'Succeeded');
  await until(engine, (run) => run?.phase === 'Succeeded');
  await vi.waitFor(() => expect(world.configMap(name)?.metadata.annotations).toHaveProperty(['auto-ops.dev/end']));

  world.removeWorkflow(name);
  await until(engine, (run) => run?.phase === 'Succeeded' && run.nodes.length === 0);
  expect(world.configMap(name)).toBeDefined();
  now += 2 * 60 * 60_000;
  world.createWorkflow('incident-other');

  await vi.waitFor(() => expect(world.log).toContain(`delete configmaps ${name}`));
});

it('sees what happened while the watch was cut', async () => {
  const { world, engine } = await suspended();
  const told: string[] = [];
  engine.watch((run) => told.push(run.phase));

  world.cutWatches();
  world.move(name, 'Succeeded');

  await until(engine, (run) => run?.phase === 'Succeeded');
  expect(told.at(-1)).toBe('Succeeded');
});

it('says that the cluster does not answer instead of starting twice', async () => {
  const world = await argoWorld();
  const engine = world.open();
  await engine.listed();
  world.isUp = false;

  await expect(engine.start(fixtureIncident('a1'))).rejects.toMatchObject({ code: 'KUBERNETES_FAILED', exit: 75 });

  world.isUp = true;
  await engine.start(fixtureIncident('a1'));
  await until(engine, (run) => run?.phase === 'Running');
});

it('refuses a replay, a foreign name and an incident that no ConfigMap holds', async () => {
  const world = await argoWorld();
  const engine = world.open();
  const large = fixtureIncident('a1', { alerts: [] });
  const alert = {
    source: 'test',
    name: 'Large',
    status: 'firing',
    labels: {},
    annotations: { text: 'x'.repeat(1_000_000) },
    startsAt: large.createdAt,
  };

  await expect(engine.start(fixtureIncident('a1', { mode: 'replay' }))).rejects.toMatchObject({
    code: 'CONFIGURATION_INVALID',
  });
  await expect(engine.start(large, { name: 'other-a1' })).rejects.toMatchObject({ code: 'RUN_STATE_INVALID' });
  await expect(engine.start({ ...large, alerts: [alert] } as never)).rejects.toMatchObject({
    code: 'DOCUMENT_TOO_LARGE',
  });
  expect(world.log).toEqual([]);
});
