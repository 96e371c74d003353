import { type Decision, Effects } from '@auto-ops/contracts';
import { expect, test } from 'vitest';
import { actionOn } from '../__fixtures__/action-on.ts';
import { objects } from '../__fixtures__/objects.ts';
import { createScene, type Scene, type SceneOptions } from '../__fixtures__/scene.ts';
import type { Moment } from '../act/acting.ts';
import { decideStep } from '../decide/decide-step.ts';
import { proposeStep } from '../propose/propose-step.ts';
import { rehearseStep } from '../rehearse/rehearse-step.ts';
import type { Surroundings } from '../surroundings.ts';
import { undoStep } from '../undo/undo-step.ts';
import { applyStep } from './apply-step.ts';

const moments: readonly Moment[] = ['before-intent', 'after-intent', 'after-effect', 'after-result'];

const threeActions: SceneOptions = {
  objects: [objects.deployment.object, objects.service.object, objects.pod.object],
  actions: (kubernetes) => [
    actionOn(kubernetes, 'deployment', 'a1', 'set-probe', { container: 'main', probe: 'readiness', port: 8080 }),
    actionOn(kubernetes, 'service', 'a2', 'set-selector', { selector: { app: 'cart' } }),
    actionOn(kubernetes, 'pod', 'a3', 'delete-pod', {}),
  ],
};

async function approvedScene(options: SceneOptions, decision: Partial<Decision> = {}): Promise<Scene> {
  const scene = await createScene(options);
  expect(await scene.run('rehearse', rehearseStep(scene.surroundings))).toMatchObject({ verdict: 'passed' });
  scene.review();
  await scene.run('propose', proposeStep(scene.surroundings));
  scene.decide(decision);
  expect(await scene.run('decide', decideStep(scene.surroundings))).toEqual({ verdict: 'approved', next: 'apply' });
  return scene;
}

/** Surroundings that end the step at one moment of one action, once, as a kill would: nothing after it runs. */
function dyingAt(scene: Scene, moment: Moment, action: string): Surroundings {
  let isAlive = true;
  return {
    ...scene.surroundings,
    reached(reachedMoment, reachedAction) {
      if (!isAlive || reachedMoment !== moment || reachedAction !== action) return;
      isAlive = false;
      throw new Error('killed');
    },
  };
}

const effectsOf = (scene: Scene, step: 'apply' | 'undo') => scene.workspace.read(Effects, `${step}/effects.json`);

test('applies every action once, in order, with its mark', async () => {
  const scene = await approvedScene(threeActions);

  const outputs = await scene.run('apply', applyStep(scene.surroundings));

  expect(outputs).toEqual({ verdict: 'applied', next: 'observe' });
  expect(scene.kubernetes.writes).toEqual([
    `PATCH ${objects.deployment.path}`,
    `PATCH ${objects.service.path}`,
    `DELETE ${objects.pod.path}`,
  ]);
  expect(scene.kubernetes.get(objects.service.path)).toMatchObject({
    spec: { selector: { app: 'cart' } },
    metadata: { annotations: { 'auto-ops.dev/action': expect.stringMatching(/^abc\.[0-9a-f]{12}\.a2$/) } },
  });
  expect(effectsOf(scene, 'apply')).toMatchObject({
    live: true,
    effects: [
      { status: 'applied', undo: { type: 'set-probe' } },
      { status: 'applied', undo: { type: 'set-selector' } },
      { status: 'applied' },
    ],
  });
});

const kills = moments.flatMap((moment) => ['a1', 'a2', 'a3'].map((action) => [moment, action] as const));

test.each(kills)('killed at %s of %s, goes on and does nothing twice', async (moment, action) => {
  const scene = await approvedScene(threeActions);

  await expect(scene.run('apply', applyStep(dyingAt(scene, moment, action)))).rejects.toThrow('killed');
  const outputs = await scene.run('apply', applyStep(scene.surroundings));

  expect(outputs.verdict).toBe('applied');
  expect(scene.kubernetes.writes).toHaveLength(3);
  const statuses = effectsOf(scene, 'apply').effects.map((effect) => effect.status);
  expect(statuses).toEqual(
    ['a1', 'a2', 'a3'].map((id) => (id === action && moment === 'after-effect' ? 'already' : 'applied')),
  );
});

test.each(kills.filter(([, action]) => action !== 'a3'))(
  'undo killed at %s of %s takes everything back once',
  async (moment, action) => {
    const scene = await approvedScene(threeActions);
    await scene.run('apply', applyStep(scene.surroundings));

    await expect(scene.run('undo', undoStep(dyingAt(scene, moment, action)))).rejects.toThrow('killed');
    const outputs = await scene.run('undo', undoStep(scene.surroundings));

    expect(outputs).toEqual({ verdict: 'applied' });
    expect(scene.kubernetes.writes.slice(3)).toEqual([
      `PATCH ${objects.service.path}`,
      `PATCH ${objects.deployment.path}`,
    ]);
    expect(effectsOf(scene, 'undo').effects.map((effect) => [effect.action, effect.status])).toEqual([
      ['a3', 'skipped'],
      ['a2', 'undone'],
      ['a1', 'undone'],
    ]);
    expect(scene.kubernetes.get(objects.deployment.path)?.spec).toEqual(objects.deployment.object.spec);
    expect(scene.kubernetes.get(objects.service.path)?.spec).toEqual(objects.service.object.spec);
  },
);

test.each(moments)('undo finds out what an apply that broke down at %s for good had done', async (moment) => {
  const scene = await approvedScene(threeActions);
  await expect(scene.run('apply', applyStep(dyingAt(scene, moment, 'a2')))).rejects.toThrow('killed');

  await scene.run('undo', undoStep(scene.surroundings));

  expect(scene.kubernetes.get(objects.deployment.path)?.spec).toEqual(objects.deployment.object.spec);
  expect(scene.kubernetes.get(objects.service.path)?.spec).toEqual(objects.service.object.spec);
});

test('an answer that was lost on the way is not a second change', async () => {
  const scene = await approvedScene(threeActions);
  let lost = false;
  scene.kubernetes.intercept = (request) => {
    if (request.method !== 'PATCH' || request.path.includes('dryRun') || lost) return undefined;
    lost = true;
    // The change is made and its answer replaced by a gateway's time-out.
    scene.kubernetes.update(objects.deployment.path, (object) => {
      const operations = JSON.parse(request.body) as { path: string; value: string }[];
      object.metadata.annotations = { 'auto-ops.dev/action': operations.at(-1)?.value };
      const { template } = object.spec as typeof objects.deployment.object.spec;
      Object.assign(template.spec.containers[0].readinessProbe.httpGet, { port: 8080 });
    });
    return { status: 504 };
  };

  await scene.run('apply', applyStep(scene.surroundings));

  expect(scene.kubernetes.writes).not.toContain(`PATCH ${objects.deployment.path}`);
  expect(effectsOf(scene, 'apply').effects.map((effect) => effect.status)).toEqual(['applied', 'applied', 'applied']);
});

test('status churn between reading and writing is retried, a changed spec is not touched', async () => {
  const scene = await approvedScene(threeActions);
  const churned = new Set<string>();
  scene.kubernetes.intercept = (request) => {
    if (request.method !== 'PATCH' || request.path.includes('dryRun')) return undefined;
    const path = request.path.split('?')[0] ?? '';
    if (churned.has(path)) return undefined;
    churned.add(path);
    scene.kubernetes.update(path, (object) => {
      if (object.kind === 'Deployment') object.status = { readyReplicas: 1 };
      else object.spec = { ...(object.spec as object), type: 'NodePort' };
    });
    return undefined;
  };

  const outputs = await scene.run('apply', applyStep(scene.surroundings));

  expect(outputs).toEqual({ verdict: 'partial', next: 'undo' });
  expect(effectsOf(scene, 'apply').effects).toMatchObject([
    { status: 'applied' },
    { status: 'failed', error: { code: 'TARGET_CHANGED' } },
    { status: 'skipped' },
  ]);
  expect(scene.kubernetes.writes).toEqual([`PATCH ${objects.deployment.path}`]);
});

test('goes on from no other state than the rehearsed one', async () => {
  const scene = await approvedScene(threeActions);
  scene.kubernetes.update(objects.deployment.path, (object) => {
    object.spec = { ...(object.spec as object), replicas: 5 };
  });

  const outputs = await scene.run('apply', applyStep(scene.surroundings));

  expect(outputs).toEqual({ verdict: 'failed', next: 'report' });
  expect(scene.kubernetes.writes).toEqual([]);
});

test('undo leaves alone what somebody changed after apply', async () => {
  const scene = await approvedScene(threeActions);
  await scene.run('apply', applyStep(scene.surroundings));
  scene.kubernetes.update(objects.service.path, (object) => {
    object.spec = { ...(object.spec as object), type: 'NodePort' };
  });

  const outputs = await scene.run('undo', undoStep(scene.surroundings));

  expect(outputs).toEqual({ verdict: 'partial' });
  expect(effectsOf(scene, 'undo').effects).toMatchObject([
    { status: 'skipped' },
    { status: 'failed', error: { code: 'TARGET_CHANGED' } },
    { status: 'undone' },
  ]);
});

test('two actions on one object start from one another, forwards and back', async () => {
  const scene = await approvedScene({
    objects: [objects.deployment.object],
    actions: (kubernetes) => [
      actionOn(kubernetes, 'deployment', 'a1', 'set-probe', { container: 'main', probe: 'readiness', port: 8080 }),
      actionOn(kubernetes, 'deployment', 'a2', 'set-resources', { container: 'main', limits: { memory: '128Mi' } }),
    ],
  });

  const applied = await scene.run('apply', applyStep(scene.surroundings));
  const undone = await scene.run('undo', undoStep(scene.surroundings));

  expect([applied.verdict, undone.verdict]).toEqual(['applied', 'applied']);
  expect(scene.kubernetes.writes).toHaveLength(4);
  expect(scene.kubernetes.get(objects.deployment.path)?.spec).toEqual(objects.deployment.object.spec);
});

test.each([
  [
    'a freeze',
    'FREEZE_ACTIVE',
    (scene: Scene) => {
      scene.runApi.policyState.freezes.push({ id: 'f1', reason: 'the fair', namespace: 'shop' });
    },
  ],
  [
    'an approver who lost the role',
    'DECISION_INVALID',
    (scene: Scene) => {
      scene.runApi.approvers.ann = { id: 'ann', active: true, roles: ['viewer'] };
    },
  ],
  [
    'an approval that ran out',
    'DECISION_INVALID',
    (scene: Scene) => {
      scene.now = '2026-11-21T12:40:00.000Z';
    },
  ],
  [
    'a higher risk',
    'DECISION_INVALID',
    (scene: Scene) => {
      scene.runApi.policyState.recentActions['shop/cart'] = 1;
    },
  ],
  [
    'too many changes today',
    'ACTION_FORBIDDEN',
    (scene: Scene) => {
      scene.runApi.policyState.actionsToday = 9;
    },
  ],
  [
    'a decision on another run of the incident',
    'DECISION_INVALID',
    (scene: Scene) => {
      Object.assign(scene.configuration, { run: 'incident-abc-2' });
    },
  ],
] as const)('changes nothing after %s', async (_, code, change) => {
  const scene = await approvedScene(threeActions);
  change(scene);

  await expect(scene.run('apply', applyStep(scene.surroundings))).rejects.toMatchObject({ code });

  expect(scene.kubernetes.writes).toEqual([]);
});

test('finishes what was begun in time', async () => {
  const scene = await approvedScene(threeActions);
  await expect(scene.run('apply', applyStep(dyingAt(scene, 'after-effect', 'a1')))).rejects.toThrow('killed');
  scene.now = '2026-11-21T12:40:00.000Z';

  const outputs = await scene.run('apply', applyStep(scene.surroundings));

  expect(outputs.verdict).toBe('applied');
});
