import { deepEqual, equal } from 'node:assert/strict';
import type { Decision, Run } from '@auto-ops/contracts';
import type { ArgoEngineOptions } from '@auto-ops/engine';
import { engineScenarios } from '../../../../packages/engine/src/conformance/engine-scenarios.ts';
import { nodeOf } from '../../../../packages/engine/src/conformance/node-of.ts';
import type { Scenario, ScenarioCall } from '../../../../packages/engine/src/conformance/scenario.ts';

type Events = ArgoEngineOptions['events'];

/** A scenario of the argo engine alone: what its events suffer, and how soon it repairs that. */
export interface LossScenario extends Scenario {
  readonly events: (real: Events) => Events;
  readonly delays: ArgoEngineOptions['delays'];
}

const delays = { post: 1000, wake: 3000 };
const waiting = engineScenarios.find(({ title }) => title.includes('woken by it'))?.template;
const isSuspended = (run: Run) => run.phase === 'Suspended';

/** The bus takes events of a kind and loses them all. */
const losing =
  (lost: string) =>
  (real: Events): Events => ({ post: async (event) => (event.kind === lost ? undefined : real.post(event)) });

async function decideAndEnd({ engine, until, ended }: ScenarioCall, name: string): Promise<Run> {
  await until(name, isSuspended);
  await engine.decide(name, { id: 'decision-1', run: name } as Decision);
  const run = await ended(name);
  equal(run.phase, 'Succeeded');
  return run;
}

/** An event that is lost is made good, an event too many does nothing. */
export const lossScenarios: readonly LossScenario[] = [
  {
    title: 'makes the Workflow itself where every event that starts is lost',
    template: waiting,
    delays,
    events: losing('incident'),
    async check(call) {
      const run = await decideAndEnd(call, await call.start('lost-start'));

      equal(nodeOf(run, 'decide').phase, 'Succeeded');
    },
  },
  {
    title: 'wakes the node through the Argo Server where every event that wakes is lost',
    template: waiting,
    delays,
    events: losing('decision'),
    async check(call) {
      const run = await decideAndEnd(call, await call.start('lost-wake'));

      equal(nodeOf(run, 'approve').phase, 'Succeeded');
    },
  },
  {
    title: 'makes one Workflow of events that come five times, and wakes it once',
    template: waiting,
    delays: {},
    events: (real) => ({
      post: async (event) => {
        await Promise.all(Array.from({ length: 5 }, () => real.post(event)));
      },
    }),
    async check(call) {
      const names = await Promise.all(Array.from({ length: 4 }, () => call.start('doubled')));
      const run = await decideAndEnd(call, names[0] ?? '');

      deepEqual([...new Set(names)], ['incident-doubled']);
      equal(run.nodes.filter((node) => node.displayName === 'decide').length, 1);
    },
  },
];
