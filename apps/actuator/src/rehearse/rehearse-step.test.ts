import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { type Action, Rehearsal } from '@auto-ops/contracts';
import { expect, test } from 'vitest';
import { actionOn } from '../__fixtures__/action-on.ts';
import { objects } from '../__fixtures__/objects.ts';
import { createScene, type Scene, type SceneOptions } from '../__fixtures__/scene.ts';
import { rehearseStep } from './rehearse-step.ts';

const probe: SceneOptions = {
  objects: [objects.deployment.object],
  actions: (kubernetes) => [
    actionOn(kubernetes, 'deployment', 'a1', 'set-probe', { container: 'main', probe: 'readiness', port: 8080 }),
  ],
};

async function rehearsed(scene: Scene): Promise<Rehearsal> {
  await scene.run('rehearse', rehearseStep(scene.surroundings));
  return scene.workspace.read(Rehearsal, 'rehearse/1/rehearsal.json');
}

const failedChecks = (rehearsal: Rehearsal) =>
  rehearsal.checks.filter((check) => check.result === 'failed').map((check) => check.name);

test('a plan that fits passes, with fingerprint and difference, and changes nothing', async () => {
  const scene = await createScene(probe);

  const rehearsal = await rehearsed(scene);

  expect(rehearsal).toMatchObject({ verdict: 'passed', class: 'R3', approvals: 1 });
  expect(rehearsal.actions[0]).toMatchObject({
    result: 'passed',
    fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(rehearsal.actions[0]?.diff).toMatch(/^- +port: 9090\n\+ +port: 8080$/m);
  expect(scene.kubernetes.writes).toEqual([]);
  const writing = scene.kubernetes.requests.filter((request) => request.method !== 'GET');
  expect(writing.map((request) => request.path)).toEqual([expect.stringContaining('dryRun=All')]);
});

test('a status that moved on is no change of the target', async () => {
  const scene = await createScene(probe);
  scene.kubernetes.update(objects.deployment.path, (object) => {
    object.status = { readyReplicas: 0 };
  });

  const rehearsal = await rehearsed(scene);

  expect(rehearsal.verdict).toBe('passed');
});

const metadata = (changes: object) => (scene: Scene) =>
  scene.kubernetes.update(objects.deployment.path, (object) => {
    Object.assign(object.metadata, changes);
  });

test.each<[string, string, (scene: Scene) => void]>([
  ['was made anew', 'identity', metadata({ uid: 'uid-other' })],
  ['is being deleted', 'identity', metadata({ deletionTimestamp: '2026-11-21T12:00:00Z' })],
  ['has another generation', 'freshness', metadata({ generation: 7 })],
  [
    'belongs to Argo CD',
    'ownership',
    metadata({ annotations: { 'argocd.argoproj.io/tracking-id': 'shop:apps/Deployment:shop/cart' } }),
  ],
  ['belongs to Flux', 'ownership', metadata({ labels: { 'kustomize.toolkit.fluxcd.io/name': 'shop' } })],
  ['belongs to Helm', 'ownership', metadata({ annotations: { 'meta.helm.sh/release-name': 'shop' } })],
  [
    'belongs to a controller',
    'ownership',
    metadata({ ownerReferences: [{ kind: 'Shop', name: 'main', controller: true }] }),
  ],
  [
    'is refused by admission',
    'dry-run',
    (scene) => {
      scene.kubernetes.intercept = (request) =>
        request.method === 'PATCH'
          ? { status: 403, body: { message: 'admission webhook denied the request' } }
          : undefined;
    },
  ],
  [
    'is frozen',
    'policy-freeze',
    (scene) => {
      scene.runApi.policyState.freezes.push({ id: 'f1', reason: 'the fair' });
    },
  ],
])('fails for a target that %s', async (_, check, change) => {
  const scene = await createScene(probe);
  change(scene);

  const rehearsal = await rehearsed(scene);

  expect(rehearsal.verdict).toBe('failed');
  expect(failedChecks(rehearsal)).toEqual([check]);
});

test.each<[string, NonNullable<SceneOptions['actions']>, string]>([
  ['a target that is gone', () => [{ ...objectless, target: { ...objectless.target, name: 'none' } }], 'identity'],
  ['an unknown action', () => [{ ...objectless, type: 'exec' }], 'policy-class'],
  ['wrong arguments', () => [{ ...objectless, arguments: { replicas: -1 } }], 'policy-class'],
  [
    'a namespace nobody changes',
    () => [{ ...objectless, target: { ...objectless.target, namespace: 'kube-system' } }],
    'policy-class',
  ],
  [
    'a state that is reached already',
    (kubernetes) => [actionOn(kubernetes, 'deployment', 'a1', 'scale', { replicas: 2 })],
    'dry-run',
  ],
])('fails for %s', async (_, actions, check) => {
  const scene = await createScene({ objects: [objects.deployment.object], actions });

  const rehearsal = await rehearsed(scene);

  expect(rehearsal.verdict).toBe('failed');
  expect(failedChecks(rehearsal)).toEqual([check]);
  expect(scene.kubernetes.writes).toEqual([]);
});

test('a replay asks no cluster and says so', async () => {
  const scene = await createScene({ ...probe, mode: 'replay' });

  const rehearsal = await rehearsed(scene);

  expect(rehearsal.verdict).toBe('not-run');
  expect(rehearsal.checks.find((check) => check.name === 'dry-run')).toMatchObject({
    result: 'not-run',
    detail: expect.stringContaining('replay'),
  });
  expect(scene.kubernetes.requests).toEqual([]);
});

test('without a run API it says that freezes and limits are not known', async () => {
  const scene = await createScene({ ...probe, withoutRunApi: true });

  const rehearsal = await rehearsed(scene);

  expect(rehearsal.verdict).toBe('passed');
  expect(rehearsal.checks).toContainEqual(expect.objectContaining({ name: 'policy-state', result: 'not-run' }));
});

const objectless: Action = {
  id: 'a1',
  type: 'scale',
  target: {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    namespace: 'shop',
    name: 'cart',
    uid: 'uid-deployment-cart',
    generation: 1,
  },
  arguments: { replicas: 3 },
  expected: 'x',
  evidence: ['ev-1'],
};

const edit = { path: 'web.yaml', oldText: 'port: 9090', newText: 'port: 8080' };

function editAction(...edits: object[]): Action {
  const target = { apiVersion: 'auto-ops.dev/v1', kind: 'Repository', name: 'shop' };
  return {
    id: 'a1',
    type: 'edit-source',
    target,
    arguments: { edits: edits as never },
    expected: 'x',
    evidence: ['ev-1'],
  };
}

function layRepository(scene: Scene): void {
  const folder = scene.workspace.path('collect/1/repository/repository');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    `${folder}/web.yaml`,
    'kind: Deployment\nport: 9090\ntoken: ghp_0123456789abcdefghijABCDEFGHIJ012345\n',
  );
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@localhost', ...words], { cwd: folder });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'start');
}

test('edits of the repository are made in a scratch copy, and git makes the difference', async () => {
  const scene = await createScene({ mode: 'replay', actions: () => [editAction(edit)] });
  layRepository(scene);

  const rehearsal = await rehearsed(scene);

  expect(rehearsal).toMatchObject({ verdict: 'passed', class: 'R2' });
  expect(rehearsal.actions[0]?.diff).toContain('-port: 9090\n+port: 8080');
  expect(rehearsal.actions[0]?.diff).not.toContain('ghp_');
  expect(scene.workspace.readText('collect/1/repository/repository/web.yaml')).toContain('9090');
  expect(scene.workspace.list('rehearse/1')).toEqual(['rehearsal.json']);
});

test.each<[string, object, boolean]>([
  ['does not fit', { ...edit, oldText: 'port: 1' }, true],
  ['is not on the allow-list', { path: 'web.py', newText: 'x' }, true],
  ['has no repository', edit, false],
])('an edit that %s fails', async (_, wrong, hasRepository) => {
  const scene = await createScene({ mode: 'replay', actions: () => [editAction(wrong)] });
  if (hasRepository) layRepository(scene);

  const rehearsal = await rehearsed(scene);

  expect(rehearsal.verdict).toBe('failed');
});
