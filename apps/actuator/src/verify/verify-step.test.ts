import { type Evidence, Outcome } from '@auto-ops/contracts';
import { expect, test } from 'vitest';
import { actionOn } from '../__fixtures__/action-on.ts';
import { objects } from '../__fixtures__/objects.ts';
import { createScene, type Scene } from '../__fixtures__/scene.ts';
import { proposeStep } from '../propose/propose-step.ts';
import { rehearseStep } from '../rehearse/rehearse-step.ts';
import { verifyStep } from './verify-step.ts';

type Json = Record<string, unknown>;

const healthy = { observedGeneration: 1, replicas: 2, updatedReplicas: 2, readyReplicas: 2, availableReplicas: 2 };
const broken = { observedGeneration: 1, replicas: 2, updatedReplicas: 2, readyReplicas: 0, availableReplicas: 0 };

function deployment(image: string, status: Json): Json {
  const { metadata, spec, ...rest } = structuredClone(objects.deployment.object) as unknown as Json & {
    metadata: Json;
    spec: Json;
  };
  const template = { metadata: { labels: { app: 'cart' } }, spec: { containers: [{ name: 'main', image }] } };
  return {
    ...rest,
    metadata: { ...metadata, uid: 'uid-deployment-cart', generation: 1 },
    spec: { ...spec, template },
    status,
  };
}

function replicaSet(): Json {
  const ownerReferences = [
    { apiVersion: 'apps/v1', kind: 'Deployment', name: 'cart', uid: 'uid-deployment-cart', controller: true },
  ];
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: { name: 'cart-77', namespace: 'shop', uid: 'uid-rs', ownerReferences },
    spec: { replicas: 2 },
  };
}

function pod(image: string, waiting?: Json): Json {
  const state = waiting === undefined ? { running: {} } : { waiting };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: 'cart-77-x',
      namespace: 'shop',
      uid: 'uid-pod',
      labels: { app: 'cart' },
      creationTimestamp: '2026-11-21T11:40:00Z',
      ownerReferences: [
        { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'cart-77', uid: 'uid-rs', controller: true },
      ],
    },
    spec: { containers: [{ name: 'main', image }] },
    status: {
      phase: waiting === undefined ? 'Running' : 'Pending',
      conditions: [{ type: 'Ready', status: waiting === undefined ? 'True' : 'False' }],
      containerStatuses: [{ name: 'main', image, ready: waiting === undefined, restartCount: 0, state }],
    },
  };
}

const pullProblem = {
  reason: 'ImagePullBackOff',
  message: 'Back-off pulling image "registry.example/cart:nope": ErrImagePull: not found: manifest unknown',
};

function write(
  scene: Scene,
  folder: string,
  all: readonly Json[],
  zone: 'cluster' | 'source' = 'cluster',
  error?: Json,
): void {
  const evidence = all.map(
    (object, index): Evidence => ({
      id: `${folder}-${index}`,
      kind: 'object',
      source: 'test',
      observedAt: '2026-11-21T11:55:00Z',
      body: { object: object as never },
    }),
  );
  scene.workspace.writeText(`${folder}/evidence.ndjson`, evidence.map((item) => `${JSON.stringify(item)}\n`).join(''));
  const coverage = ['Pod', 'Deployment', 'ReplicaSet', 'Event'].map((kind) => ({
    kind,
    namespace: 'shop',
    complete: error === undefined,
  }));
  const collection = {
    schemaVersion: 1,
    incident: 'abc',
    zone,
    specialist: folder.split('/').at(-1),
    capturedAt: '2026-11-21T11:55:00Z',
    window: scene.incident.window,
    items: evidence.length,
    coverage,
    ...(error !== undefined && { error }),
  };
  scene.workspace.writeText(`${folder}/coverage.json`, JSON.stringify(collection));
}

async function appliedScene(mode: 'live' | 'replay'): Promise<Scene> {
  const scene = await createScene({
    objects: [objects.deployment.object],
    actions: (kubernetes) => [
      actionOn(kubernetes, 'deployment', 'a1', 'set-probe', { container: 'main', probe: 'readiness', port: 8080 }),
    ],
  });
  const analysis = JSON.parse(scene.workspace.readText('analyse/1/analysis.json')) as { causes: { code: string }[] };
  for (const cause of analysis.causes) cause.code = 'image-not-found';
  const plan = JSON.parse(scene.workspace.readText('fix/1/plan.json')) as { cause: { code: string } };
  plan.cause.code = 'image-not-found';
  scene.workspace.writeText('analyse/1/analysis.json', JSON.stringify(analysis));
  scene.workspace.writeText('fix/1/plan.json', JSON.stringify(plan));
  const rehearsed = await scene.run('rehearse', rehearseStep(scene.surroundings));
  expect(rehearsed.verdict).toBe('passed');
  const { planHash } = JSON.parse(scene.workspace.readText('rehearse/1/rehearsal.json')) as { planHash: string };
  scene.workspace.writeText(
    'review/1/review.json',
    JSON.stringify({
      schemaVersion: 1,
      incident: 'abc',
      attempt: 1,
      planHash,
      class: 'R2',
      verdict: 'approved',
      checks: [],
      comments: [],
    }),
  );
  await scene.run('propose', proposeStep(scene.surroundings));
  scene.workspace.writeText(
    'apply/effects.json',
    JSON.stringify({
      schemaVersion: 1,
      incident: 'abc',
      planHash,
      verdict: 'applied',
      live: mode === 'live',
      effects: [],
    }),
  );
  write(scene, 'collect/1/kubernetes', [
    deployment('registry.example/cart:nope', broken),
    replicaSet(),
    pod('registry.example/cart:nope', pullProblem),
  ]);
  return scene;
}

const outcomeOf = (scene: Scene) => scene.workspace.read(Outcome, 'verify/outcome.json');
const resultOf = (scene: Scene, name: string) => outcomeOf(scene).checks.find((check) => check.name === name)?.result;

test('recovered: the cause is gone and the workload is whole', async () => {
  const scene = await appliedScene('live');
  write(scene, 'observe/kubernetes', [
    deployment('registry.example/cart:1', healthy),
    replicaSet(),
    pod('registry.example/cart:1'),
  ]);

  const outputs = await scene.run('verify', verifyStep(scene.surroundings));

  expect(outputs).toEqual({ verdict: 'recovered', next: 'report' });
  expect(outcomeOf(scene)).toMatchObject({ live: true, remaining: [], appeared: [] });
});

test('unchanged: the same finding is still there', async () => {
  const scene = await appliedScene('live');
  write(scene, 'observe/kubernetes', [
    deployment('registry.example/cart:nope', broken),
    replicaSet(),
    pod('registry.example/cart:nope', pullProblem),
  ]);

  const outputs = await scene.run('verify', verifyStep(scene.surroundings));

  expect(outputs).toEqual({ verdict: 'unchanged', next: 'report' });
  expect(outcomeOf(scene).remaining).toMatchObject([{ code: 'image-not-found' }]);
});

test('unchanged: the cause is gone and the workload is not available yet', async () => {
  const scene = await appliedScene('live');
  write(scene, 'observe/kubernetes', [
    deployment('registry.example/cart:1', { ...healthy, readyReplicas: 1, availableReplicas: 1 }),
    replicaSet(),
    pod('registry.example/cart:1'),
  ]);

  await scene.run('verify', verifyStep(scene.surroundings));

  expect(outcomeOf(scene).verdict).toBe('unchanged');
  expect(resultOf(scene, 'workloads-available')).toBe('failed');
});

test('worse: fewer replicas are ready than before', async () => {
  const scene = await appliedScene('live');
  write(scene, 'collect/1/kubernetes', [
    deployment('registry.example/cart:nope', { ...healthy, readyReplicas: 2, updatedReplicas: 1 }),
    replicaSet(),
    pod('registry.example/cart:nope', pullProblem),
  ]);
  write(scene, 'observe/kubernetes', [
    deployment('registry.example/cart:1', { ...healthy, readyReplicas: 1, availableReplicas: 1 }),
    replicaSet(),
    pod('registry.example/cart:1'),
  ]);

  const outputs = await scene.run('verify', verifyStep(scene.surroundings));

  expect(outputs).toEqual({ verdict: 'worse', next: 'undo' });
});

test('worse: something else is wrong now', async () => {
  const scene = await appliedScene('live');
  const missing = {
    reason: 'ImagePullBackOff',
    message: 'pull access denied for registry.example/cart: unauthorized: authentication required',
  };
  write(scene, 'observe/kubernetes', [
    deployment('registry.example/cart:1', broken),
    replicaSet(),
    pod('registry.example/cart:1', missing),
  ]);

  const outputs = await scene.run('verify', verifyStep(scene.surroundings));

  expect(outputs.next).toBe('undo');
  expect(outcomeOf(scene).appeared.map((finding) => finding.code)).toContain('image-pull-denied');
});

test.each([
  ['nobody looked again', () => undefined],
  [
    'the second look failed',
    (scene: Scene) =>
      write(scene, 'observe/kubernetes', [], 'cluster', { code: 'KUBERNETES_UNREACHABLE', message: 'no answer' }),
  ],
  ['another specialist looked', (scene: Scene) => write(scene, 'observe/helm', [])],
])('unverified: %s', async (_, observe) => {
  const scene = await appliedScene('live');
  observe(scene);

  const outputs = await scene.run('verify', verifyStep(scene.surroundings));

  expect(outputs).toEqual({ verdict: 'unverified', next: 'report' });
});

test.each([
  ['registry.example/cart:1', 'recovered'],
  ['registry.example/cart:nope', 'unchanged'],
])('a repository that would deploy %s is %s, and nothing is said to be live', async (image, verdict) => {
  const scene = await appliedScene('replay');
  const { status: _, metadata, ...declared } = deployment(image, {});
  const manifest = { ...declared, metadata: { name: 'cart', labels: (metadata as Json).labels } };
  write(scene, 'observe/rendered', [manifest], 'source');

  const outputs = await scene.run('verify', verifyStep(scene.surroundings));

  expect(outputs).toEqual({ verdict, next: 'report' });
  expect(outcomeOf(scene).live).toBe(false);
  expect(resultOf(scene, 'live')).toBe('not-run');
});

test('a repository that declares a change elsewhere alone has not taken the cause away', async () => {
  const scene = await appliedScene('replay');
  const { status: _, ...declared } = deployment('registry.example/cart:nope', {});
  write(scene, 'observe/rendered', [{ ...declared, spec: { ...(declared.spec as Json), replicas: 3 } }], 'source');

  await scene.run('verify', verifyStep(scene.surroundings));

  expect(outcomeOf(scene).verdict).toBe('unchanged');
  expect(resultOf(scene, 'declared-differs')).toBe('failed');
});

test('says that the repository could not be read', async () => {
  const scene = await appliedScene('replay');

  const outputs = await scene.run('verify', verifyStep(scene.surroundings));

  expect(outputs.verdict).toBe('unverified');
});
