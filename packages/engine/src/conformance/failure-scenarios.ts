import { equal, ok } from 'node:assert/strict';
import { expectNodes } from './expect-nodes.ts';
import { expectReport } from './expect-report.ts';
import { fixtureStep } from './fixture-step.ts';
import { fixtureTask } from './fixture-task.ts';
import { fixtureTemplate } from './fixture-template.ts';
import { nodeOf } from './node-of.ts';
import type { Scenario } from './scenario.ts';

const retryStrategy = {
  limit: 2,
  expression: "lastRetry.exitCode == '75'",
  backoff: { duration: '100ms', factor: 2, cap: '1s' },
};
const retried = { depends: 'first.Succeeded || first.Failed', template: 'retried' };

/** Retries, deadlines and locks. */
export const failureScenarios: readonly Scenario[] = [
  {
    title: 'tries a step again on the exit code 75 and on no other',
    template: fixtureTemplate(
      [
        fixtureTask('first', 'exit:3', { template: 'retried' }),
        fixtureTask('second', 'fail:75*2 write:verdict=done', retried),
      ],
      [fixtureStep('step'), fixtureStep('retried', { retryStrategy })],
    ),
    async check({ start, ended }) {
      const run = await ended(await start('retry'));

      equal(run.phase, 'Succeeded');
      expectNodes(run, {
        first: 'Failed',
        'first(0)': 'Failed',
        second: 'Succeeded',
        'second(1)': 'Failed',
        'second(2)': 'Succeeded',
      });
      ok(run.nodes.every((node) => node.displayName !== 'first(1)'));
      equal(nodeOf(run, 'second').outputs.verdict, 'done');
      equal(nodeOf(run, 'second').kind, 'Retry');
    },
  },
  {
    title: 'gives up after the limit of tries',
    template: fixtureTemplate(
      [fixtureTask('first', 'exit:75', { template: 'retried' })],
      [fixtureStep('retried', { retryStrategy })],
    ),
    async check({ start, ended }) {
      const run = await ended(await start('retry-limit'));

      equal(run.phase, 'Failed');
      expectNodes(run, { first: 'Failed', 'first(2)': 'Failed' });
      ok(run.nodes.every((node) => node.displayName !== 'first(3)'));
      expectReport(run);
    },
  },
  {
    title: 'ends a step at its deadline',
    template: fixtureTemplate(
      [
        fixtureTask('slow', 'sleep:60000', { template: 'short' }),
        fixtureTask('after', 'exit:0', { depends: 'slow.Failed' }),
      ],
      // Where a step is a pod, one second is not even enough to begin.
      [fixtureStep('short', { activeDeadlineSeconds: 1 }), fixtureStep('step')],
    ),
    async check({ start, ended }) {
      const run = await ended(await start('deadline'));

      equal(run.phase, 'Succeeded');
      expectNodes(run, { slow: 'Failed', after: 'Succeeded' });
    },
  },
  {
    title: 'ends a run at its deadline and reports',
    template: fixtureTemplate(
      [fixtureTask('slow', 'sleep:60000'), fixtureTask('after', 'exit:0', { depends: 'slow' })],
      undefined,
      {
        activeDeadlineSeconds: 1,
      },
    ),
    async check({ start, ended }) {
      const run = await ended(await start('run-deadline'));

      equal(run.phase, 'Failed');
      expectNodes(run, { slow: 'Failed' });
      expectReport(run);
    },
  },
  {
    title: 'lets one run at a time into a graph with a mutex',
    template: fixtureTemplate(
      [{ name: 'target', template: 'target', arguments: { parameters: [{ name: 'lock', value: 'shop' }] } }],
      [
        fixtureStep('step'),
        {
          name: 'target',
          inputs: { parameters: [{ name: 'lock' }] },
          synchronization: { mutexes: [{ name: 'target-{{inputs.parameters.lock}}' }] },
          dag: { tasks: [fixtureTask('apply', 'sleep:100'), fixtureTask('verify', 'sleep:50', { depends: 'apply' })] },
        },
      ],
    ),
    async check({ start, ended }) {
      const names = await Promise.all(['lock-a', 'lock-b', 'lock-c'].map(start));
      const runs = await Promise.all(names.map(ended));

      const spans = runs
        .map((run) => [nodeOf(run, 'apply').startedAt ?? '', nodeOf(run, 'verify').finishedAt ?? ''])
        .sort();
      ok(runs.every((run) => run.phase === 'Succeeded'));
      ok(
        spans.every(([from = ''], index) => index === 0 || from >= (spans[index - 1]?.[1] ?? '~')),
        JSON.stringify(spans),
      );
    },
  },
];
