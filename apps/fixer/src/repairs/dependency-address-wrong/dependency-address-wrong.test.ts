import { expect, test } from 'vitest';
import { podSpec, rollout, scene, steps, subjectOf } from '../../__fixtures__/scene.ts';
import { repair } from './index.ts';

const calling = (value: string) => podSpec({ env: [{ name: 'LEDGER_URL', value }] });

test('the address that the last healthy revision called first, then that revision', () => {
  const situation = scene(
    'dependency-address-wrong',
    subjectOf('Deployment'),
    rollout(calling('http://legder'), calling('http://ledger')),
    { variable: 'LEDGER_URL' },
  );

  expect(steps(repair.repair(situation))).toEqual([
    [['set-environment', { container: 'web', name: 'LEDGER_URL', value: 'http://ledger' }]],
    [['rollout-undo', { revision: 1, source: 'cart-r1' }]],
  ]);
});

test('nothing without an earlier revision', () => {
  expect(
    repair.repair(scene('dependency-address-wrong', subjectOf('Deployment'), rollout(calling('http://legder')))),
  ).toEqual([]);
});
