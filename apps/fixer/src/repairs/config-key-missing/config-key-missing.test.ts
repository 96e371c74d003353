import { expect, test } from 'vitest';
import { podSpec, rollout, scene, steps, subjectOf } from '../../__fixtures__/scene.ts';
import { repair } from './index.ts';

const reading = (key: string) =>
  podSpec({ env: [{ name: 'HOST', valueFrom: { configMapKeyRef: { name: 'settings', key } } }] });
const settings = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'settings', namespace: 'shop' },
  data: { 'db-host': 'sha256:aa', port: 'sha256:bb' },
};
const cart = subjectOf('Deployment');
const reference = (key: string) => [
  'set-key-reference',
  { where: 'environment', container: 'web', name: 'HOST', source: 'ConfigMap', object: 'settings', key },
];

test('what the last healthy revision read first, then that revision, then the key of nearly that name', () => {
  const objects = [...rollout(reading('db-hosts'), reading('db-host')), settings];

  expect(steps(repair.repair(scene('config-key-missing', cart, objects, { variable: 'HOST' })))).toEqual([
    [reference('db-host')],
    [['rollout-undo', { revision: 1, source: 'cart-r1' }]],
    [reference('db-host')],
  ]);
});

test('without an earlier revision only the key of nearly that name is left', () => {
  expect(steps(repair.repair(scene('config-key-missing', cart, [...rollout(reading('db-hosts')), settings])))).toEqual([
    [reference('db-host')],
  ]);
});

test('a key that is nothing like the others is no guess', () => {
  expect(repair.repair(scene('config-key-missing', cart, [...rollout(reading('timeout')), settings]))).toEqual([]);
});

test('a variable that the new revision lost comes back with its literal value', () => {
  const before = podSpec({ env: [{ name: 'QUEUE', value: 'invoices' }] });

  expect(
    steps(repair.repair(scene('config-key-missing', cart, rollout(podSpec(), before), { variable: 'QUEUE' }))),
  ).toEqual([
    [['set-environment', { container: 'web', name: 'QUEUE', value: 'invoices' }]],
    [['rollout-undo', { revision: 1, source: 'cart-r1' }]],
  ]);
});

test.each([
  ['that was redacted', { name: 'QUEUE', value: '[secret:password#1f3a9c02]' }],
  ['whose name speaks of a secret', { name: 'DB_PASSWORD', value: 'x' }],
])('a variable %s is not written back by itself', (_name, variable) => {
  const before = podSpec({ env: [variable] });

  expect(
    steps(repair.repair(scene('config-key-missing', cart, rollout(podSpec(), before), { variable: variable.name }))),
  ).toEqual([[['rollout-undo', { revision: 1, source: 'cart-r1' }]]]);
});
