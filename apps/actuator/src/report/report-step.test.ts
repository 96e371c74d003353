import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { Lesson, Report } from '@auto-ops/contracts';
import { readBundle } from '@auto-ops/workspace';
import { expect, test } from 'vitest';
import { actionOn } from '../__fixtures__/action-on.ts';
import { objects } from '../__fixtures__/objects.ts';
import { createScene, type Scene } from '../__fixtures__/scene.ts';
import { applyStep } from '../apply/apply-step.ts';
import { decideStep } from '../decide/decide-step.ts';
import { proposeStep } from '../propose/propose-step.ts';
import { rehearseStep } from '../rehearse/rehearse-step.ts';
import { undoStep } from '../undo/undo-step.ts';
import { reportStep } from './report-step.ts';

const hostile = '![x](https://evil.example/p.png) <script> @oncall `code` [a](http://b) www.evil.example\u202e';

async function preparedScene(): Promise<Scene> {
  const scene = await createScene({
    objects: [objects.deployment.object],
    actions: (kubernetes) => [
      actionOn(kubernetes, 'deployment', 'a1', 'set-probe', { container: 'main', probe: 'readiness', port: 8080 }),
    ],
  });
  const line = {
    id: 'ev-1',
    kind: 'log',
    source: 'logs',
    observedAt: '2026-11-21T11:55:00Z',
    body: { entries: [{ text: `probe failed ${hostile}` }] },
  };
  const collection = {
    schemaVersion: 1,
    incident: 'abc',
    zone: 'cluster',
    specialist: 'kubernetes',
    capturedAt: '2026-11-21T11:55:00Z',
    window: scene.incident.window,
    items: 1,
    coverage: [{ kind: 'Secret', namespace: 'shop', complete: false, error: 'forbidden' }],
  };
  scene.workspace.writeText('collect/1/kubernetes/evidence.ndjson', `${JSON.stringify(line)}\n`);
  scene.workspace.writeText('collect/1/kubernetes/coverage.json', JSON.stringify(collection));
  return scene;
}

async function appliedScene(): Promise<Scene> {
  const scene = await preparedScene();
  await scene.run('rehearse', rehearseStep(scene.surroundings));
  scene.review();
  await scene.run('propose', proposeStep(scene.surroundings));
  scene.decide();
  await scene.run('decide', decideStep(scene.surroundings));
  await scene.run('apply', applyStep(scene.surroundings));
  return scene;
}

function outcome(verdict: string, live = true): string {
  return JSON.stringify({
    schemaVersion: 1,
    incident: 'abc',
    verdict,
    summary: 'Looked again.',
    live,
    checks: [{ name: 'cause-gone', result: 'passed', detail: 'gone' }],
    remaining: [],
    appeared: [],
    observedAt: '2026-11-21T12:01:00Z',
  });
}

const report = (scene: Scene) => scene.run('report', reportStep(scene.surroundings));
const markdownOf = (scene: Scene) => scene.workspace.readText('report/report.md');

test('a run that ended well: report, lesson and bundle, handed to the gateway', async () => {
  const scene = await appliedScene();
  scene.workspace.writeText('verify/outcome.json', outcome('recovered'));

  const outputs = await report(scene);

  expect(outputs).toEqual({ verdict: 'recovered' });
  expect(scene.workspace.read(Report, 'report/report.json')).toMatchObject({
    ending: 'recovered',
    run: 'incident-abc',
    effects: { live: true },
  });
  expect(scene.workspace.read(Lesson, 'report/lesson.json')).toMatchObject({
    code: 'probe-misconfigured',
    outcome: 'recovered',
  });
  const bundle = await readBundle(scene.workspace.path('report/bundle.tar.gz'));
  expect(bundle.evidence.map((item) => item.id)).toEqual(['ev-1']);
  expect(scene.runApi.put.slice(-3)).toEqual([
    '/v1/runs/incident-abc/bundle',
    '/v1/runs/incident-abc/report.md',
    '/v1/runs/incident-abc/report',
  ]);
});

test('reads well: headline, cited evidence, who approved, the difference, what was not examined', async () => {
  const scene = await appliedScene();
  scene.workspace.writeText('verify/outcome.json', outcome('recovered'));

  await report(scene);

  const text = markdownOf(scene);
  expect(text.split('\n')[0]).toBe('# probe-misconfigured of Deployment shop/cart: recovered');
  expect(text).toContain('- `ev-1` ');
  expect(text).toContain('**approved** by `ann` (cli');
  expect(text).toMatch(/^\+ +port: 8080$/m);
  expect(text).toContain('`Secret` in `shop` was not read completely: forbidden');
  expect(
    text
      .split('\n')
      .filter((line) => line.startsWith('## '))
      .map((line) => line.slice(3)),
  ).toEqual(['Cause', 'What was planned', 'What was done', 'Difference', 'Did it help', 'What was not examined']);
});

test('the time of each step, of the waits and of the whole run stand in the report', async () => {
  const scene = await appliedScene();
  scene.workspace.writeText('verify/outcome.json', outcome('recovered'));
  const record = (step: string, folder: string, [startedAt, endedAt]: readonly [number, number], verdict: string) => {
    const at = (seconds: number) => new Date(Date.parse(scene.incident.createdAt) + seconds * 1000).toISOString();
    scene.workspace.writeText(
      `${folder}/record.json`,
      JSON.stringify({
        schemaVersion: 1,
        step,
        folder,
        version: '0.1.0',
        configuration: [],
        startedAt: at(startedAt),
        endedAt: at(endedAt),
        durationMilliseconds: (endedAt - startedAt) * 1000,
        outcome: 'done',
        outputs: { verdict },
      }),
    );
  };
  record('route', 'route', [3, 3.2], 'routed');
  record('collect', 'collect/1/kubernetes', [7.2, 9], 'done');
  record('observe', 'observe/kubernetes', [20, 24.3], 'done');
  record('observe', 'observe/helm', [20.5, 25], 'done');

  await report(scene);

  const { times, proposal, decision, createdAt } = scene.workspace.read(Report, 'report/report.json');
  expect(times).toEqual({
    wholeMilliseconds: Date.parse(createdAt) - Date.parse(scene.incident.createdAt),
    decisionMilliseconds: Math.max(0, Date.parse(decision?.issuedAt ?? '') - Date.parse(proposal?.createdAt ?? '')),
    settlingMilliseconds: 5000,
  });
  const text = markdownOf(scene);
  expect(text).toMatch(/\| Took \| .* waiting for the decision and 5\.0 s watching the change settle \|/);
  expect(text).toContain('| `route` | routed | 3.0 s | 0.2 s |');
  expect(text).toContain('| `collect/1/kubernetes` | done | 4.0 s | 1.8 s |');
  // The observers ran beside each other.
  expect(text).toContain('| `observe/helm` | done | 12 s | 4.5 s |');
  expect(text).toContain('| `report` | recovered |');
});

test('nothing from the evidence becomes a link, an image, a mention or HTML', async () => {
  const scene = await preparedScene();
  const analysis = JSON.parse(scene.workspace.readText('analyse/1/analysis.json')) as {
    summary: string;
    causes: { statement: string }[];
  };
  analysis.summary = hostile;
  for (const cause of analysis.causes) cause.statement = hostile;
  scene.workspace.writeText('analyse/1/analysis.json', JSON.stringify(analysis));

  await report(scene);

  const outsideCode = markdownOf(scene).replace(/(`+)(?!`).*?[^`]\1(?!`)/g, '');
  expect(outsideCode).not.toMatch(/(?<!\\)[[\]]|<script|@oncall|https?:\/\/|www\.evil|\u202e/);
});

const endings: readonly (readonly [string, string, (scene: Scene) => unknown])[] = [
  ['failed', 'nothing came to an end', (scene) => writeFileSync(scene.workspace.path('analyse/1/analysis.json'), '{')],
  ['unchanged', 'it did not help', (scene) => scene.workspace.writeText('verify/outcome.json', outcome('unchanged'))],
  ['unverified', 'nobody could look', () => undefined],
  [
    'undo-failed',
    'it made things worse and was not taken back',
    (scene) => scene.workspace.writeText('verify/outcome.json', outcome('worse')),
  ],
  [
    'undone',
    'it made things worse and was taken back',
    async (scene) => {
      scene.workspace.writeText('verify/outcome.json', outcome('worse'));
      await scene.run('undo', undoStep(scene.surroundings));
    },
  ],
];

test.each(endings)('ends %s when %s', async (ending, _, change) => {
  const scene = await appliedScene();
  await change(scene);

  const outputs = await report(scene);

  expect(outputs).toEqual({ verdict: ending });
});

test('without a decision in time it ends expired', async () => {
  const scene = await preparedScene();
  await scene.run('rehearse', rehearseStep(scene.surroundings));
  scene.review();
  await scene.run('propose', proposeStep(scene.surroundings));
  scene.now = '2026-11-21T13:00:00.000Z';

  const outputs = await report(scene);

  expect(outputs).toEqual({ verdict: 'expired' });
});

test('says why nothing was proposed, also where the last attempt had no plan any more', async () => {
  const scene = await preparedScene();
  const of = { schemaVersion: 1, incident: 'abc' };
  const detail = '10 actions were done today, and a day holds 10.';
  const review = {
    ...of,
    attempt: 1,
    planHash: 'a'.repeat(64),
    class: 'R2',
    verdict: 'changes-requested',
    comments: [],
  };
  const checks = [{ name: 'rehearsal-passed', result: 'failed', detail }];
  scene.workspace.writeText('review/1/review.json', JSON.stringify({ ...review, checks }));
  const none = { ...of, attempt: 2, verdict: 'none', summary: 'Nothing else would help.', author: 'rules' };
  scene.workspace.writeText('fix/2/plan.json', JSON.stringify({ ...none, actions: [], manualSteps: [] }));

  await report(scene);

  expect(markdownOf(scene)).toContain('The review said **changes-requested** after 1 of the attempts.');
  expect(markdownOf(scene)).toContain(`- \`rehearsal-passed\`: ${detail}`);
});

test('invalid documents are listed and stop nothing', async () => {
  const scene = await appliedScene();
  for (const path of [
    'verify/outcome.json',
    'decide/decision.json',
    'apply/effects.json',
    'collect/1/kubernetes/evidence.ndjson',
  ]) {
    scene.workspace.writeText(path, '{"schemaVersion": 7}');
  }

  const outputs = await report(scene);

  const text = markdownOf(scene);
  expect(outputs.verdict).toBe('failed');
  for (const path of ['verify/outcome.json', 'decide/decision.json', 'apply/effects.json', 'evidence.ndjson'])
    expect(text).toContain(path);
  // What apply had done is told by its journal.
  expect(text).toContain('**applied** `set-probe`');
});

test('works on a run that has nothing but its incident', async () => {
  const scene = await createScene({ withoutRunApi: true });
  writeFileSync(scene.workspace.path('analyse/1/analysis.json'), '');

  const outputs = await report(scene);

  expect(outputs).toEqual({ verdict: 'failed' });
  expect(scene.workspace.read(Report, 'report/report.json').headline).toContain('cart is down');
});

test.each(['before it looked', 'after it had a plan'])(
  'cancelled by a person %s, it says so and by whom',
  async (when) => {
    const scene = await preparedScene();
    if (when === 'before it looked') writeFileSync(scene.workspace.path('analyse/1/analysis.json'), '');
    scene.runApi.cancellation = { by: 'ann', at: scene.now, reason: 'a drill' };

    const outputs = await report(scene);

    expect(outputs).toEqual({ verdict: 'cancelled' });
    expect(scene.workspace.read(Report, 'report/report.json')).toMatchObject({ cancellation: { by: 'ann' } });
    expect(markdownOf(scene)).toMatch(/the run was cancelled[\s\S]*Cancelled by \| `ann` a drill/);
  },
);

test.each([
  ['a fix that was lost before it wrote anything is a breakdown', true, 'failed', /the run broke down$/],
  ['a run that was only to look ends without a fix', false, 'no-fix', /diagnosed; no fix was looked for$/],
] as const)('%s', async (_, isBegun, ending, headline) => {
  const scene = await preparedScene();
  rmSync(scene.workspace.path('fix'), { recursive: true });
  if (isBegun) mkdirSync(scene.workspace.path('fix/1'), { recursive: true });

  const outputs = await report(scene);

  expect(outputs).toEqual({ verdict: ending });
  expect(scene.workspace.read(Report, 'report/report.json').headline).toMatch(headline);
});
