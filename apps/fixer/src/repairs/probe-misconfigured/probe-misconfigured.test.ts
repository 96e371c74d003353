import { expect, test } from 'vitest';
import { podSpec, rollout, scene, steps, subjectOf } from '../../__fixtures__/scene.ts';
import { repair } from './index.ts';

const asking = (probe: object) => podSpec({ readinessProbe: { httpGet: probe, periodSeconds: 5 } });
const cart = subjectOf('Deployment');
const probe = (change: object) => ['set-probe', { container: 'web', probe: 'readiness', ...change }];

test('what the last healthy revision asked first, then that revision', () => {
  const objects = rollout(asking({ path: '/ready', port: 8081 }), asking({ path: '/healthz', port: 8080 }));

  expect(steps(repair.repair(scene('probe-misconfigured', cart, objects)))).toEqual([
    [probe({ port: 8080, path: '/healthz' })],
    [['rollout-undo', { revision: 1, source: 'cart-r1' }]],
  ]);
});

test('the port that the finding saw served, where there is no earlier one', () => {
  const situation = scene('probe-misconfigured', cart, rollout(asking({ path: '/', port: 8081 })), {
    container: 'web',
    probe: 'readiness',
    servedPorts: ['9000'],
    servedPort: 9000,
  });

  expect(steps(repair.repair(situation))).toEqual([[probe({ port: 9000 })]]);
});

test('the one port that the container declares', () => {
  expect(steps(repair.repair(scene('probe-misconfigured', cart, rollout(asking({ path: '/', port: 8081 })))))).toEqual([
    [probe({ port: 8080 })],
  ]);
});

test('a port that is served is not changed for another one, a path only for one that was seen', () => {
  const objects = rollout(asking({ path: '/ready', port: 8080 }));
  const facts = { servedPorts: ['8080', '9090'], servedPort: 9090 };

  expect(repair.repair(scene('probe-misconfigured', cart, objects, facts))).toEqual([]);
  expect(
    steps(repair.repair(scene('probe-misconfigured', cart, objects, { ...facts, otherPaths: ['/healthz'] }))),
  ).toEqual([[probe({ path: '/healthz' })]]);
});
