import { expect, test } from 'vitest';
import { podSpec, rollout, scene, steps, subjectOf } from '../../__fixtures__/scene.ts';
import { repair } from './index.ts';

const probing = (change: object) => podSpec({ livenessProbe: { tcpSocket: { port: 8080 }, ...change } });
const cart = subjectOf('Deployment');

test('the timings that gave more time first, then that revision', () => {
  const objects = rollout(
    probing({ initialDelaySeconds: 1, periodSeconds: 2, failureThreshold: 2 }),
    probing({ initialDelaySeconds: 30, periodSeconds: 2, failureThreshold: 3 }),
  );

  expect(steps(repair.repair(scene('probe-too-early', cart, objects)))).toEqual([
    [['set-probe', { container: 'web', probe: 'liveness', initialDelaySeconds: 30, failureThreshold: 3 }]],
    [['rollout-undo', { revision: 1, source: 'cart-r1' }]],
  ]);
});

test.each([
  ['half as much again as the start was seen to take', { startSeconds: 40 }, 60],
  ['three times the present where that is not known', undefined, 15],
])('%s', (_name, facts, initialDelaySeconds) => {
  const objects = rollout(probing({ initialDelaySeconds: 1, periodSeconds: 2, failureThreshold: 2 }));

  expect(steps(repair.repair(scene('probe-too-early', cart, objects, facts)))).toEqual([
    [['set-probe', { container: 'web', probe: 'liveness', initialDelaySeconds }]],
  ]);
});
