import { deepEqual, equal, ok } from 'node:assert/strict';
import { expectNodes } from './expect-nodes.ts';
import { expectReport } from './expect-report.ts';
import { fixtureStep } from './fixture-step.ts';
import { fixtureTask } from './fixture-task.ts';
import { fixtureTemplate } from './fixture-template.ts';
import { nodeOf } from './node-of.ts';
import type { Scenario } from './scenario.ts';

/** Order, conditions, fan-out and nesting. */
export const graphScenarios: readonly Scenario[] = [
  {
    title: 'runs tasks in the order of depends, what may run together together',
    template: fixtureTemplate([
      fixtureTask('first', 'write:verdict=seen sleep:30'),
      fixtureTask('left', 'need:step/first/outputs/verdict', { depends: 'first' }),
      fixtureTask('right', 'need:step/first/outputs/verdict', { depends: 'first' }),
      fixtureTask('last', 'need:step/left/starts need:step/right/starts', { depends: 'left && right' }),
    ]),
    async check({ start, ended }) {
      const run = await ended(await start('order'));

      equal(run.phase, 'Succeeded');
      expectNodes(run, { first: 'Succeeded', left: 'Succeeded', right: 'Succeeded', last: 'Succeeded' });
      const end = nodeOf(run, 'first').finishedAt ?? '';
      ok((nodeOf(run, 'left').startedAt ?? '') >= end && (nodeOf(run, 'right').startedAt ?? '') >= end);
      ok((nodeOf(run, 'last').startedAt ?? '') >= (nodeOf(run, 'right').finishedAt ?? ''));
      expectReport(run);
    },
  },
  {
    title: 'skips what a when excludes; a skipped task answers with defaults and does not stop the rest',
    template: fixtureTemplate([
      fixtureTask('route', 'write:next=fix-it'),
      fixtureTask('taken', 'write:next=propose', {
        depends: 'route',
        when: "'{{tasks.route.outputs.parameters.next}}' == 'fix-it'",
      }),
      fixtureTask('skipped', 'exit:1', {
        depends: 'taken',
        when: "'{{tasks.taken.outputs.parameters.next}}' != 'propose'",
      }),
      fixtureTask('after', 'exit:0', {
        depends: 'skipped',
        when: "'{{tasks.skipped.outputs.parameters.next}}' == 'none' && ('{{tasks.taken.outputs.parameters.next}}' == 'x' || !('a' == 'b'))",
      }),
      fixtureTask('omitted', 'exit:1', { depends: 'skipped.Failed' }),
      fixtureTask('told', 'exit:0', { depends: 'omitted.Omitted && !skipped.Succeeded' }),
    ]),
    async check({ start, ended }) {
      const run = await ended(await start('when'));

      equal(run.phase, 'Succeeded');
      expectNodes(run, {
        taken: 'Succeeded',
        skipped: 'Skipped',
        after: 'Succeeded',
        omitted: 'Omitted',
        told: 'Succeeded',
      });
    },
  },
  {
    title: 'runs a task once for each item of a list, and not at all for an empty one',
    template: fixtureTemplate([
      fixtureTask('route', 'write:list=["metrics","logs"]'),
      {
        name: 'each',
        depends: 'route',
        template: 'step',
        withParam: '{{tasks.route.outputs.parameters.list}}',
        arguments: {
          parameters: [
            { name: 'of', value: 'each-{{item}}' },
            { name: 'do', value: 'write:verdict={{item}}' },
          ],
        },
      },
      fixtureTask('none', 'exit:1', { depends: 'each', withParam: '[]' }),
      fixtureTask('after', 'need:step/each-logs/outputs/verdict', { depends: 'each && none' }),
    ]),
    async check({ start, ended }) {
      const run = await ended(await start('items'));

      equal(run.phase, 'Succeeded');
      expectNodes(run, {
        each: 'Succeeded',
        'each(0:metrics)': 'Succeeded',
        'each(1:logs)': 'Succeeded',
        none: 'Skipped',
        after: 'Succeeded',
      });
      equal(nodeOf(run, 'each').kind, 'TaskGroup');
    },
  },
  {
    title: 'goes on after a failed item where the next task allows it',
    template: fixtureTemplate([
      {
        name: 'collect',
        template: 'step',
        withParam: '["3","0"]',
        arguments: {
          parameters: [
            { name: 'of', value: 'collect-{{item}}' },
            { name: 'do', value: 'exit:{{item}}' },
          ],
        },
      },
      fixtureTask('analyse', 'exit:0', {
        depends: 'collect.Succeeded || collect.Failed || collect.Errored || collect.Skipped',
      }),
    ]),
    async check({ start, ended }) {
      const run = await ended(await start('item-failed'));

      equal(run.phase, 'Succeeded');
      expectNodes(run, {
        collect: 'Failed',
        'collect(0:3)': 'Failed',
        'collect(1:0)': 'Succeeded',
        analyse: 'Succeeded',
      });
    },
  },
  {
    title: 'fails when a step fails that nobody takes care of, and reports all the same',
    template: fixtureTemplate([
      fixtureTask('broken', 'write:next=never exit:3'),
      fixtureTask('after', 'exit:0', { depends: 'broken' }),
      fixtureTask('last', 'exit:0', { depends: 'after' }),
      fixtureTask('beside', 'exit:0'),
    ]),
    async check({ start, ended }) {
      const run = await ended(await start('broken'));

      equal(run.phase, 'Failed');
      expectNodes(run, { broken: 'Failed', after: 'Omitted', last: 'Omitted', beside: 'Succeeded' });
      expectReport(run);
    },
  },
  {
    title: 'runs a graph in a graph with its own inputs',
    template: fixtureTemplate(
      [
        fixtureTask('route', 'write:verdict=abc'),
        {
          name: 'target',
          depends: 'route',
          template: 'inner',
          arguments: { parameters: [{ name: 'word', value: '{{tasks.route.outputs.parameters.verdict}}' }] },
        },
        fixtureTask('after', 'need:step/apply/outputs/abc', { depends: 'target' }),
      ],
      [
        fixtureStep('step'),
        {
          name: 'inner',
          inputs: { parameters: [{ name: 'word' }] },
          dag: {
            tasks: [
              fixtureTask('apply', 'write:{{inputs.parameters.word}}=done'),
              fixtureTask('verify', 'exit:0', { depends: 'apply' }),
            ],
          },
        },
      ],
    ),
    async check({ start, ended }) {
      const run = await ended(await start('nested'));

      expectNodes(run, { target: 'Succeeded', apply: 'Succeeded', verify: 'Succeeded', after: 'Succeeded' });
      deepEqual(nodeOf(run, 'apply').parent, nodeOf(run, 'target').id);
    },
  },
];
