import type { NewWorkflow } from '@auto-ops/argo-workflows-client';
import { Workflow } from '@auto-ops/argo-workflows-client';
import { AutoOpsError, type MaintenanceTask } from '@auto-ops/contracts';
import { createLogger } from '@auto-ops/runtime';
import { expect, it } from 'vitest';
import type { RunEvent } from '../argo/run-event.ts';
import { createArgoMaintenanceRunner } from './create-argo-maintenance-runner.ts';

const task: MaintenanceTask = {
  schemaVersion: 1,
  run: 'reindex-0123456789abcdef',
  job: 'reindex',
  subject: { repository: 'acme/shop' },
};

/** A cluster in memory: the ports of the runner, and what was asked of them. */
function cluster() {
  const phases = new Map<string, string>();
  const posted: RunEvent[] = [];
  const created: NewWorkflow[] = [];
  const state = { now: 0, isBusDown: false };
  const runner = createArgoMaintenanceRunner({
    workflows: {
      get: async (name) => {
        const phase = phases.get(name);
        if (phase === undefined) return undefined;
        return Workflow.parse({
          metadata: { name, uid: name, resourceVersion: '1', creationTimestamp: '2026-01-01T00:00:00Z' },
          status: { phase, message: 'as it is' },
        });
      },
      create: async (workflow) => {
        created.push(workflow);
        phases.set(workflow.name, 'Running');
        return 'created';
      },
    },
    events: {
      post: async (event) => {
        posted.push(event);
        if (state.isBusDown) throw new AutoOpsError('EVENT_SOURCE_UNREACHABLE', 'no answer');
      },
    },
    logger: createLogger({ name: 'test', level: 'silent' }),
    clock: () => state.now,
  });
  return { phases, posted, created, state, runner };
}

it('posts once for many calls, and says what became of the Workflow', async () => {
  const { runner, posted, created, phases, state } = cluster();

  const first = await runner.submit(task);
  state.now = 9_999;
  await runner.submit(task);
  phases.set(task.run, 'Running');
  const second = await runner.submit(task);
  phases.set(task.run, 'Succeeded');
  const third = await runner.submit(task);

  expect([first, second, third].map(({ phase }) => phase)).toEqual(['absent', 'running', 'succeeded']);
  expect(posted).toEqual([{ id: '0123456789abcdef', kind: 'reindex' }]);
  expect(created).toEqual([]);
});

it.each([false, true])('posts again after 10 and 30 s and creates after 60 s (bus down: %s)', async (isBusDown) => {
  const { runner, posted, created, state } = cluster();
  state.isBusDown = isBusDown;
  const times: string[] = [];

  for (let second = 0; second <= 120; second += 1) {
    state.now = second * 1000;
    const before = [posted.length, created.length];
    await runner.submit(task);
    if (posted.length > (before[0] ?? 0)) times.push(`post ${second}`);
    if (created.length > (before[1] ?? 0)) times.push(`create ${second}`);
  }

  expect(times).toEqual(['post 0', 'post 10', 'post 30', 'create 60']);
  expect(created).toMatchObject([{ name: task.run, template: 'auto-ops-reindex', parameters: {} }]);
});

it('does not begin again what was seen and removed, and starts nothing by looking', async () => {
  const { runner, posted, phases } = cluster();
  phases.set(task.run, 'Running');
  await runner.submit(task);
  phases.delete(task.run);

  expect(await runner.submit(task)).toMatchObject({ phase: 'failed', message: expect.stringContaining('removed') });
  expect(await runner.look(task.run)).toEqual({ phase: 'absent' });
  expect(posted).toEqual([]);
});

it('tells why a Workflow failed', async () => {
  const { runner, phases } = cluster();
  phases.set(task.run, 'Error');

  expect(await runner.submit(task)).toEqual({ phase: 'failed', message: 'as it is' });
});
