import { setTimeout as wait } from 'node:timers/promises';
import type { Engine, Run } from '@auto-ops/contracts';
import { fixtureIncident } from './fixture-incident.ts';
import type { Scenario } from './scenario.ts';

/** Runs one scenario against an open engine; `patience` is how long, in milliseconds, a run may take in all. */
export async function checkScenario(scenario: Scenario, engine: Engine, patience: number): Promise<void> {
  const until = async (name: string, isAsWished: (run: Run) => boolean): Promise<Run> => {
    const end = Date.now() + patience;
    let last: Run | undefined;
    while (Date.now() < end) {
      last = (await engine.runs()).find((run) => run.name === name);
      if (last !== undefined && isAsWished(last)) return last;
      await wait(25);
    }
    throw new Error(`${name} is not as wished after ${patience} ms: ${JSON.stringify(last, null, 1)}`);
  };
  await scenario.check({
    engine,
    start: (id) => engine.start(fixtureIncident(id)),
    until,
    ended: (name) => until(name, (run) => run.phase === 'Succeeded' || run.phase === 'Failed'),
  });
}
