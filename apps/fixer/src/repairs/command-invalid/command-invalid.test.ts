import { expect, test } from 'vitest';
import { podSpec, rollout, scene, steps, subjectOf } from '../../__fixtures__/scene.ts';
import { repair } from './index.ts';

test('the last healthy revision first, then its command', () => {
  const situation = scene(
    'command-invalid',
    subjectOf('Deployment'),
    rollout(podSpec({ command: ['/gone'] }), podSpec({ command: ['/cart'], args: ['-v'] })),
  );

  expect(steps(repair.repair(situation))).toEqual([
    [['rollout-undo', { revision: 1, source: 'cart-r1' }]],
    [['set-command', { container: 'web', command: ['/cart'], args: ['-v'] }]],
  ]);
});

test('a command that was redacted is not written back', () => {
  const situation = scene(
    'command-invalid',
    subjectOf('Deployment'),
    rollout(podSpec({ command: ['/gone'] }), podSpec({ command: ['/cart', '--key=[secret:token#1f3a9c02]'] })),
  );

  expect(steps(repair.repair(situation))).toEqual([[['rollout-undo', { revision: 1, source: 'cart-r1' }]]]);
});
