import { Severity } from '@auto-ops/contracts';
import { expect, it } from 'vitest';
import { incidentTemplate } from './template.ts';

const { spec } = incidentTemplate();
// An id, a digit, a word of a list, or a list of such words: never text that somebody wrote.
const enumerated = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*|\[\])$/;
const reference = /^\{\{(?:item|inputs\.parameters\.[a-z]+|tasks\.[a-z0-9-]+\.outputs\.parameters\.[a-z]+)\}\}$/;
const readable = [
  'verdict',
  'next',
  'edits',
  'class',
  'lock',
  'cluster',
  'telemetry',
  'source',
  'host',
  'tools',
  'context',
];

it('the parameters of a run are the id of the incident and one word about it', () => {
  expect(spec.arguments?.parameters).toEqual([
    { name: 'incident' },
    { name: 'severity', value: 'warning', enum: Severity.options.map(String) },
  ]);
});

it('every argument is enumerated or a reference to what is', () => {
  const values = spec.templates.flatMap((template) =>
    (template.dag?.tasks ?? []).flatMap((task) => (task.arguments?.parameters ?? []).map((argument) => argument.value)),
  );

  expect(values.length).toBeGreaterThan(10);
  expect(values.filter((value) => !enumerated.test(value) && !reference.test(value))).toEqual([]);
});

it('every default is enumerated and short', () => {
  const defaults = spec.templates.flatMap((template) =>
    (template.outputs?.parameters ?? []).map((output) => output.valueFrom.default),
  );

  expect(defaults.filter((value) => !enumerated.test(value) || value.length > 256)).toEqual([]);
});

it('conditions compare quoted enumerated words only', () => {
  const conditions = spec.templates.flatMap((template) =>
    (template.dag?.tasks ?? []).flatMap((task) => task.when ?? []),
  );
  const words = conditions.flatMap((condition) => [...condition.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? ''));

  expect(words.length).toBeGreaterThan(20);
  expect(words.filter((word) => !enumerated.test(word) && !reference.test(word))).toEqual([]);
});

it('what is read of a step is an enumerated output', () => {
  const names = [...JSON.stringify(spec).matchAll(/outputs\.parameters\.([a-z]+)/g)].map((match) => match[1]);

  expect(names.filter((name) => !readable.includes(name ?? ''))).toEqual([]);
});

it('no step reads how urgent the incident is: it is a label for lists', () => {
  expect(JSON.stringify(spec.templates)).not.toContain('severity');
  expect(spec.workflowMetadata).toMatchObject({
    labelsFrom: {
      'auto-ops.dev/incident': { expression: 'workflow.parameters.incident' },
      'auto-ops.dev/severity': { expression: 'workflow.parameters.severity' },
    },
  });
});

it('the Workflow shows what the analysis found and how the run ended', () => {
  const shown = spec.templates.flatMap((template) =>
    (template.outputs?.parameters ?? []).flatMap(({ name, globalName }) =>
      globalName === undefined ? [] : [[template.name, name, globalName]],
    ),
  );

  expect(shown).toEqual([
    ['analyse', 'verdict', 'verdict'],
    ['report', 'verdict', 'ending'],
  ]);
});

it('a run cleans up after itself', () => {
  expect(spec).toMatchObject({
    onExit: 'report',
    automountServiceAccountToken: false,
    executor: { serviceAccountName: 'executor' },
    volumeClaimGC: { strategy: 'OnWorkflowCompletion' },
    podGC: { strategy: 'OnPodSuccess', deleteDelayDuration: expect.any(String) },
    ttlStrategy: { secondsAfterSuccess: expect.any(Number), secondsAfterFailure: expect.any(Number) },
  });
});

it('the deadline of the run leaves room for the wait and for every attempt that it has, each step at its slowest', () => {
  const run = spec.templates.find(({ name }) => name === 'incident');
  const attempts = run?.dag?.tasks.filter(({ template }) => template === 'fix').length ?? Number.NaN;
  const slowest = (...names: string[]) =>
    Math.max(
      ...names.map(
        (name) => spec.templates.find((template) => template.name === name)?.activeDeadlineSeconds ?? Number.NaN,
      ),
    );
  const round = slowest('collect-cluster', 'collect-source') + slowest('analyse');
  const attempt = slowest('fix') + slowest('rehearse', 'check') + slowest('review');
  const change = slowest('apply') + slowest('observe-cluster', 'observe-source') + slowest('verify') + slowest('undo');
  const wait = 3600;

  expect(spec.templates.find(({ name }) => name === 'approve')?.suspend?.duration).toBe('1h');
  expect(spec.activeDeadlineSeconds).toBeGreaterThan(
    slowest('route') + 2 * round + attempts * attempt + slowest('propose') + wait + slowest('decide') + change,
  );
});
