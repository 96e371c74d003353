import { expect, test } from 'vitest';
import { crashing, minutesAgo, pod, running, waiting } from '../__fixtures__/cluster-objects.ts';
import { containersOf } from './containers-of.ts';
import { isStruggling } from './is-struggling.ts';

const now = '2026-01-01T12:00:00Z';
const back = (age: number, restarts: number, extra: object = {}) =>
  running({
    restartCount: restarts,
    state: { running: { startedAt: minutesAgo(age) } },
    lastState: { terminated: { exitCode: 1, startedAt: minutesAgo(age + 2), finishedAt: minutesAgo(age) } },
    ...extra,
  });
const probed = { readinessProbe: { tcpSocket: { port: 8080 } } };

test.each([
  ['between two crashes', crashing({}), {}, true],
  ['waiting for its image', waiting('ErrImagePull'), {}, true],
  ['being created', waiting('ContainerCreating'), {}, false],
  ['back once and ready', back(0.5, 1), probed, false],
  ['back once, ready because nothing asks', back(0.5, 1), {}, true],
  ['back once, for longer than it lived before', back(9, 1), {}, false],
  ['back again and again', back(2, 6), probed, true],
  ['back again and again, long ago', back(40, 6), probed, false],
  [
    'killed for its memory twice',
    back(2, 2, { lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } } }),
    probed,
    true,
  ],
  ['back and not ready', back(0.5, 1, { ready: false }), probed, true],
  ['ended well', running({ ready: false, state: { terminated: { exitCode: 0 } } }), {}, false],
  ['never restarted', running(), {}, false],
])('a container %s', (_, state, container, expected) => {
  const [found] = containersOf(pod('web', { state, container }));

  expect(isStruggling(found!, now)).toBe(expected);
});

test('tells native sidecars and init containers from the others', () => {
  const containers = containersOf({
    spec: {
      initContainers: [{ name: 'a' }, { name: 'b', restartPolicy: 'Always' }],
      containers: [{ name: 'c' }],
      ephemeralContainers: [{ name: 'd' }],
    },
    status: { containerStatuses: [{ name: 'e' }] },
  });

  expect(containers.map(({ name, role }) => `${name} ${role}`)).toEqual([
    'a init',
    'b sidecar',
    'c main',
    'e main',
    'd ephemeral',
  ]);
});
