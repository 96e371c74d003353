import { expect, test } from 'vitest';
import { deployment } from '../../__fixtures__/objects.ts';
import { perform } from '../../__fixtures__/perform.ts';
import { action } from './index.ts';

test.each([
  [
    { container: 'web', probe: 'readiness', port: 8080 },
    'readinessProbe',
    { httpGet: { path: '/health', port: 8080 }, periodSeconds: 5 },
  ],
  [
    { container: 'web', probe: 'readiness', path: '/ready', periodSeconds: 10 },
    'readinessProbe',
    { httpGet: { path: '/ready', port: 8081 }, periodSeconds: 10 },
  ],
  [{ container: 'web', probe: 'liveness', port: 'http' }, 'livenessProbe', { tcpSocket: { port: 'http' } }],
  [
    { container: 'web', probe: 'liveness', initialDelaySeconds: 60 },
    'livenessProbe',
    { tcpSocket: { port: 8080 }, initialDelaySeconds: 60 },
  ],
])('%o corrects the probe and can be taken back', (input, member, expected) => {
  const { after, undone } = perform(action, deployment, input);

  expect(after.spec.template.spec.containers[0][member]).toEqual(expected);
  expect(undone).toEqual(deployment);
});

test.each([
  ['a probe that is not there', { container: 'web', probe: 'startup', port: 8080 }],
  ['a path of a probe that asks none', { container: 'web', probe: 'liveness', path: '/' }],
])('refuses %s', (_name, input) => {
  expect(() => perform(action, deployment, input)).toThrow(expect.objectContaining({ code: 'TARGET_CHANGED' }));
});

test('nothing to change is refused', () => {
  expect(action.arguments.safeParse({ container: 'web', probe: 'liveness' }).success).toBe(false);
});
