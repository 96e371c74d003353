import { Decision, type Proposal } from '@auto-ops/contracts';
import { expect, test } from 'vitest';
import { actionOn } from '../__fixtures__/action-on.ts';
import { objects } from '../__fixtures__/objects.ts';
import { createScene, type Scene } from '../__fixtures__/scene.ts';
import { proposeStep } from '../propose/propose-step.ts';
import { rehearseStep } from '../rehearse/rehearse-step.ts';
import { decideStep } from './decide-step.ts';

async function proposedScene(): Promise<Scene> {
  const scene = await createScene({
    objects: [objects.deployment.object],
    actions: (kubernetes) => [
      actionOn(kubernetes, 'deployment', 'a1', 'set-probe', { container: 'main', probe: 'readiness', port: 8080 }),
    ],
  });
  await scene.run('rehearse', rehearseStep(scene.surroundings));
  scene.review();
  return scene;
}

async function waitingScene(): Promise<Scene> {
  const scene = await proposedScene();
  await scene.run('propose', proposeStep(scene.surroundings));
  return scene;
}

const decide = (scene: Scene) => scene.run('decide', decideStep(scene.surroundings));
const late = '2026-11-21T12:20:00.000Z';

test('proposes what was rehearsed and reviewed, once', async () => {
  const scene = await proposedScene();

  const first = await scene.run('propose', proposeStep(scene.surroundings));
  await scene.run('propose', proposeStep(scene.surroundings));

  expect(first).toEqual({
    verdict: 'proposed',
    next: 'approve',
    class: 'R3',
    lock: expect.stringMatching(/^lock-[0-9a-f]{16}$/),
  });
  // The cause goes first, so that whoever is asked to approve sees it.
  const handedIn = ['/v1/runs/incident-abc/analysis', '/v1/runs/incident-abc/proposal'];
  expect(scene.runApi.put).toEqual([...handedIn, ...handedIn]);
  expect(scene.runApi.proposal).toMatchObject({
    run: 'incident-abc',
    approvals: 1,
    expiresAt: '2026-11-21T12:15:00.000Z',
  } satisfies Partial<Proposal>);
  expect(scene.runApi.proposal?.diff).toContain('port: 8080');
});

test('proposes although nobody takes the analysis', async () => {
  const scene = await proposedScene();
  scene.runApi.refuses = '/analysis';

  await scene.run('propose', proposeStep(scene.surroundings));

  expect(scene.runApi.proposal).toBeDefined();
});

test('proposes nothing for another plan than the reviewed one', async () => {
  const scene = await proposedScene();
  const plan = JSON.parse(scene.workspace.readText('fix/1/plan.json')) as { actions: { arguments: object }[] };
  for (const action of plan.actions) action.arguments = { container: 'main', probe: 'readiness', port: 1 };
  scene.workspace.writeText('fix/1/plan.json', JSON.stringify(plan));

  await expect(scene.run('propose', proposeStep(scene.surroundings))).rejects.toMatchObject({
    code: 'DOCUMENT_INVALID',
  });
  expect(scene.runApi.put).toEqual([]);
});

test('needs the run API', async () => {
  const scene = await createScene({ withoutRunApi: true });

  await expect(scene.run('propose', proposeStep(scene.surroundings))).rejects.toMatchObject({
    code: 'CONFIGURATION_INVALID',
  });
});

test('waits for a decision, and takes it when it comes', async () => {
  const scene = await waitingScene();

  await expect(decide(scene)).rejects.toMatchObject({ code: 'DECISION_MISSING', exit: 75 });
  const decision = scene.decide();
  const outputs = await decide(scene);

  expect(outputs).toEqual({ verdict: 'approved', next: 'apply' });
  expect(scene.workspace.read(Decision, 'decide/decision.json')).toEqual(decision);
});

test.each(['rejected', 'cancelled', 'expired'] as const)('%s leads to the report', async (verdict) => {
  const scene = await waitingScene();
  scene.decide({ verdict });

  const outputs = await decide(scene);

  expect(outputs).toEqual({ verdict, next: 'report' });
});

test('nobody decided in time: expired', async () => {
  const scene = await waitingScene();
  scene.now = late;

  const outputs = await decide(scene);

  expect(outputs).toEqual({ verdict: 'expired', next: 'report' });
});

const invalid: readonly (readonly [string, (scene: Scene) => void])[] = [
  [
    'is no decision',
    (scene) => {
      scene.runApi.decision = { verdict: 'approved' };
    },
  ],
  [
    'has another signature',
    (scene) => {
      scene.runApi.decision = { ...scene.decide(), signature: 'A'.repeat(86) };
    },
  ],
  [
    'was altered after it was signed',
    (scene) => {
      scene.runApi.decision = { ...scene.decide({ verdict: 'rejected' }), verdict: 'approved' };
    },
  ],
  [
    'is for another plan',
    (scene) => {
      scene.decide({ planHash: 'b'.repeat(64) });
    },
  ],
  [
    'is for another run',
    (scene) => {
      scene.decide({ run: 'incident-other' });
    },
  ],
  [
    'is signed by an unknown key',
    (scene) => {
      scene.decide({ keyId: 'k2' });
    },
  ],
  [
    'names nobody',
    (scene) => {
      scene.decide({ approvers: [] });
    },
  ],
  [
    'names somebody unknown',
    (scene) => {
      scene.decide({ approvers: [{ id: 'eve', channel: 'cli', at: scene.now }] });
    },
  ],
  [
    'names somebody who left',
    (scene) => {
      scene.decide();
      scene.runApi.approvers.ann = { id: 'ann', active: false, roles: ['approver'] };
    },
  ],
  [
    'names somebody without the role',
    (scene) => {
      scene.decide();
      scene.runApi.approvers.ann = { id: 'ann', active: true, roles: ['viewer'] };
    },
  ],
  [
    'claims that policy needs no person',
    (scene) => {
      scene.decide({ approvers: [{ id: 'policy', channel: 'policy', at: scene.now }] });
    },
  ],
];

test.each(invalid)('a decision that %s counts as none, until the proposal expires', async (_, change) => {
  const scene = await waitingScene();
  change(scene);

  await expect(decide(scene)).rejects.toMatchObject({
    code: 'DECISION_MISSING',
    message: expect.stringContaining('counts as none'),
  });
  expect(scene.workspace.exists('decide/decision.json')).toBe(false);
  scene.now = late;
  expect(await decide(scene)).toEqual({ verdict: 'expired', next: 'report' });
});

test('a requester does not approve', async () => {
  const scene = await proposedScene();
  Object.assign(scene.incident, { requester: 'ann' });
  await scene.run('propose', proposeStep(scene.surroundings));
  scene.decide();

  await expect(decide(scene)).rejects.toMatchObject({ code: 'DECISION_MISSING' });
});

test('a freeze stops an approved plan, and only where it applies', async () => {
  const scene = await waitingScene();
  scene.decide();
  scene.runApi.policyState.freezes = [{ id: 'f1', reason: 'the fair', namespace: 'shop', class: 'R3' }];

  await expect(decide(scene)).rejects.toMatchObject({ code: 'FREEZE_ACTIVE', exit: 75 });
  scene.runApi.policyState.freezes = [
    { id: 'f2', reason: 'elsewhere', namespace: 'bank' },
    { id: 'f3', reason: 'more', class: 'R4' },
  ];
  expect((await decide(scene)).verdict).toBe('approved');
});

test('a setting that names no key is a problem of configuration', async () => {
  const scene = await waitingScene();
  scene.decide();
  delete scene.configuration.decisionPublicKeys;

  await expect(decide(scene)).rejects.toMatchObject({ code: 'CONFIGURATION_INVALID' });
});

test('an operator may let proposals wait for less time than policy does, never for more', async () => {
  const scene = await proposedScene();
  Object.assign(scene.configuration, { proposalSeconds: '60' });
  await scene.run('propose', proposeStep(scene.surroundings));

  expect(scene.runApi.proposal?.expiresAt).toBe('2026-11-21T12:01:00.000Z');
});
