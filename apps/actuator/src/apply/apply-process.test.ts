import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Effects } from '@auto-ops/contracts';
import { expect, test } from 'vitest';
import { actionOn } from '../__fixtures__/action-on.ts';
import { objects } from '../__fixtures__/objects.ts';
import { createScene, type Scene } from '../__fixtures__/scene.ts';
import { decideStep } from '../decide/decide-step.ts';
import { proposeStep } from '../propose/propose-step.ts';
import { rehearseStep } from '../rehearse/rehearse-step.ts';

const program = join(import.meta.dirname, '..', 'main.ts');

function start(scene: Scene, step: string): ChildProcess {
  const words = [program, step, '--workspace', scene.workspace.root];
  return spawn(process.execPath, words, { env: scene.environment, stdio: ['ignore', 'pipe', 'inherit'] });
}

async function finished(child: ChildProcess): Promise<unknown> {
  const output = child.stdout === null ? '' : await text(child.stdout);
  return output === '' ? undefined : JSON.parse(output);
}

async function approvedScene(): Promise<Scene> {
  const scene = await createScene({
    objects: [objects.deployment.object, objects.service.object],
    actions: (kubernetes) => [
      actionOn(kubernetes, 'deployment', 'a1', 'set-probe', { container: 'main', probe: 'readiness', port: 8080 }),
      actionOn(kubernetes, 'service', 'a2', 'set-selector', { selector: { app: 'cart' } }),
    ],
  });
  scene.now = new Date().toISOString();
  await scene.run('rehearse', rehearseStep(scene.surroundings));
  scene.review();
  await scene.run('propose', proposeStep(scene.surroundings));
  scene.decide();
  await scene.run('decide', decideStep(scene.surroundings));
  return scene;
}

const isWrite = (request: { method: string; path: string }) =>
  request.method === 'PATCH' && request.path.startsWith(objects.deployment.path) && !request.path.includes('dryRun');

test('the process is killed after the change and before it hears of it; started again it finds its mark', async () => {
  const scene = await approvedScene();
  const first = start(scene, 'apply');
  scene.kubernetes.beforeAnswer = async (request) => {
    if (!isWrite(request) || first.killed) return;
    first.kill('SIGKILL');
    await once(first, 'close');
  };
  await finished(first);

  const outputs = await finished(start(scene, 'apply'));

  expect(first.signalCode).toBe('SIGKILL');
  expect(outputs).toEqual({ verdict: 'applied', next: 'observe' });
  expect(scene.kubernetes.writes).toEqual([`PATCH ${objects.deployment.path}`, `PATCH ${objects.service.path}`]);
  const statuses = scene.workspace.read(Effects, 'apply/effects.json').effects.map((effect) => effect.status);
  expect(statuses).toEqual(['already', 'applied']);
}, 120_000);

test('the process is killed before the change is made; undo then has nothing to take back', async () => {
  const scene = await approvedScene();
  const first = start(scene, 'apply');
  scene.kubernetes.intercept = (request) => {
    if (!isWrite(request)) return undefined;
    first.kill('SIGKILL');
    return { status: 503 };
  };
  await finished(first);

  const outputs = await finished(start(scene, 'undo'));

  expect(first.signalCode).toBe('SIGKILL');
  expect(outputs).toEqual({ verdict: 'nothing' });
  expect(scene.kubernetes.writes).toEqual([]);
}, 120_000);
