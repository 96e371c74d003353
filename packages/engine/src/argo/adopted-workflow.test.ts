import type { Decision } from '@auto-ops/contracts';
import { expect, test } from 'vitest';
import { fixtureIncident } from '../conformance/fixture-incident.ts';
import { argoWorld } from './__fixtures__/argo-world.ts';

test('a Workflow that somebody made by hand is looked after once its incident is told: nothing is started, and a decision wakes it', async () => {
  const world = await argoWorld();
  world.createWorkflow('incident-by-hand');
  world.suspend('incident-by-hand');
  const engine = world.open();
  await engine.listed();

  const run = await engine.start(fixtureIncident('by-hand'));
  await engine.decide(run, { run } as Decision);

  expect(world.workflows()).toEqual(['incident-by-hand']);
  expect(world.configMap(run)).toBeDefined();
  await expect.poll(async () => (await engine.runs()).find(({ name }) => name === run)?.phase).toBe('Running');
});
