import { deepEqual, equal, rejects } from 'node:assert/strict';
import type { Decision, Run } from '@auto-ops/contracts';
import { expectNodes } from './expect-nodes.ts';
import { expectReport } from './expect-report.ts';
import { fixtureStep } from './fixture-step.ts';
import { fixtureTask } from './fixture-task.ts';
import { fixtureTemplate } from './fixture-template.ts';
import { nodeOf } from './node-of.ts';
import type { Scenario } from './scenario.ts';

function approve(duration?: string) {
  const outputs = { parameters: [{ name: 'decision', valueFrom: { default: 'unread', supplied: {} } }] };
  return { name: 'approve', suspend: duration === undefined ? {} : { duration }, outputs };
}

function decisionOn(run: string): Decision {
  return {
    schemaVersion: 1,
    id: 'decision-1',
    incident: 'any',
    run,
    planHash: '0'.repeat(64),
    class: 'R1',
    verdict: 'approved',
    approvers: [{ id: 'someone', channel: 'cli', at: '2026-01-01T00:00:00.000Z' }],
    issuedAt: '2026-01-01T00:00:00.000Z',
    expiresAt: '2026-01-01T01:00:00.000Z',
    keyId: 'key-1',
    signature: 'A'.repeat(86),
  };
}

const waiting = (duration?: string) =>
  fixtureTemplate(
    [
      fixtureTask('propose', 'sleep:100'),
      { name: 'approve', depends: 'propose', template: 'approve' },
      fixtureTask('decide', 'exit:0', { depends: 'approve' }),
    ],
    [fixtureStep('step'), approve(duration)],
  );
const isSuspended = (run: Run) => run.phase === 'Suspended';

/** Waiting, deciding, starting and cancelling. */
export const runScenarios: readonly Scenario[] = [
  {
    title: 'goes on with the default when the wait is over',
    template: waiting('1s'),
    async check({ start, ended }) {
      const run = await ended(await start('waited'));

      equal(run.phase, 'Succeeded');
      const wait = nodeOf(run, 'approve');
      equal(wait.outputs.decision, 'unread');
      equal(Date.parse(wait.finishedAt ?? '') - Date.parse(wait.startedAt ?? '') >= 1000, true);
    },
  },
  {
    title: 'gives one run by its name, as it gives it among all',
    template: waiting('1h'),
    async check({ engine, start, until, ended }) {
      const [one, other] = [await start('found-one'), await start('found-other')];
      await until(one, isSuspended);
      await engine.cancel(other);
      await ended(other);

      const all = await engine.runs();
      for (const name of [one, other]) {
        deepEqual(
          await engine.run(name),
          all.find((run) => run.name === name),
        );
      }
      equal(await engine.run('incident-nobody-started'), undefined);
      await engine.cancel(one);
      await ended(one);
    },
  },
  {
    title: 'waits for a decision and is woken by it, once',
    template: waiting('1h'),
    async check({ engine, start, until, ended }) {
      const name = await start('decided');
      await rejects(engine.decide(name, decisionOn(name)), { code: 'RUN_STATE_INVALID' });
      const suspended = await until(name, isSuspended);
      equal(nodeOf(suspended, 'approve').phase, 'Running');

      await engine.decide(name, decisionOn(name));
      await engine.decide(name, decisionOn(name));

      const run = await ended(name);
      equal(run.phase, 'Succeeded');
      expectNodes(run, { approve: 'Succeeded', decide: 'Succeeded' });
    },
  },
  {
    title: 'starts an incident once, however often it is told to',
    template: fixtureTemplate([fixtureTask('route', 'write:verdict=x')]),
    async check({ engine, start, ended }) {
      const names = await Promise.all([start('twice'), start('twice'), start('twice')]);
      await ended(names[0] ?? '');
      names.push(await start('twice'));

      deepEqual([...new Set(names)], ['incident-twice']);
      equal((await engine.runs()).filter((run) => run.name === 'incident-twice').length, 1);
    },
  },
  {
    title: 'ends a waiting run that is cancelled, and reports',
    template: waiting('1h'),
    async check({ engine, start, until, ended }) {
      const name = await start('cancelled');
      await until(name, isSuspended);

      await engine.cancel(name);
      await engine.cancel(name);

      const run = await ended(name);
      equal(run.phase, 'Failed');
      expectReport(run);
    },
  },
  {
    title: 'knows no decision and no end of a run that there is not',
    template: fixtureTemplate([fixtureTask('route', 'exit:0')]),
    async check({ engine }) {
      await rejects(engine.decide('incident-nowhere', decisionOn('incident-nowhere')), { code: 'RUN_UNKNOWN' });
      await rejects(engine.cancel('incident-nowhere'), { code: 'RUN_UNKNOWN' });
    },
  },
  {
    title: 'tells whoever watches of every step and of the end',
    template: fixtureTemplate([fixtureTask('one', 'exit:0'), fixtureTask('two', 'exit:0', { depends: 'one' })]),
    async check({ engine, start, ended }) {
      const seen = new Set<string>();
      const stop = engine.watch((run) => {
        for (const node of run.nodes) seen.add(`${node.displayName} ${node.phase}`);
        seen.add(run.phase);
      });

      await ended(await start('watched'));
      stop();

      const wanted = ['one Running', 'one Succeeded', 'two Running', 'two Succeeded', 'Running', 'Succeeded'];
      deepEqual(
        wanted.filter((item) => !seen.has(item)),
        [],
      );
    },
  },
];
