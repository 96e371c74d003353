import { expect, test } from 'vitest';
import {
  deployment,
  event,
  minutesAgo,
  pod,
  replicaSet,
  running,
} from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const liveness = {
  livenessProbe: {
    httpGet: { path: '/healthz', port: 8080 },
    periodSeconds: 1,
    failureThreshold: 3,
    initialDelaySeconds: 1,
  },
};
const state = running({
  ready: false,
  restartCount: 2,
  state: { running: { startedAt: minutesAgo(0.1) } },
  lastState: {
    terminated: { exitCode: 0, reason: 'Completed', startedAt: minutesAgo(0.2), finishedAt: minutesAgo(0.1) },
  },
});
const refused =
  'Liveness probe failed: Get "http://10.0.0.9:8080/healthz": dial tcp 10.0.0.9:8080: connect: connection refused';
const log = (...lines: string[]) => ({
  logs: [{ pod: 'shop/search-r2-a', container: 'search', previous: true, lines }],
});
const owner = [
  deployment('search'),
  replicaSet('search', 1, { container: { startupProbe: {} } }),
  replicaSet('search', 2, { ready: 0 }),
];
const failing = (container: Readonly<Record<string, unknown>> = liveness) =>
  pod('search-r2-a', { owner: 'search', revision: 2, container, state });
const kill = (about: ReturnType<typeof failing>) => [
  event(about, 'Unhealthy', refused),
  event(about, 'Killing', 'Container search failed liveness probe, will be restarted'),
];

test('names the probe, the time it gives and the time that is needed', () => {
  const older = pod('search-r1-a', {
    owner: 'search',
    state: running({ state: { running: { startedAt: '2026-01-01T11:00:00Z' } } }),
  });
  const olderLog = {
    logs: [
      {
        pod: 'shop/search-r1-a',
        container: 'search',
        lines: [{ text: 'search listening on 8080', at: '2026-01-01T11:00:12Z' }],
      },
    ],
  };

  const finding = only(
    detect(
      detector,
      ...owner,
      failing(),
      ...kill(failing()),
      older,
      log('warming the cache, 2 of 12', 'warming the cache, 3 of 12'),
      olderLog,
    ),
  );

  expect(finding.subject).toMatchObject({ kind: 'Deployment', name: 'search' });
  expect(finding.facts).toMatchObject({
    probe: 'liveness',
    budgetSeconds: 4,
    startSeconds: 12,
    hasStartupProbe: false,
    previousHadStartupProbe: true,
    lifeSeconds: 6,
  });
});

test('is ruled out by a startup probe, by a container that listened, and by one that waits for another', () => {
  const covered = failing({ ...liveness, startupProbe: { httpGet: { path: '/healthz', port: 8080 } } });

  for (const parts of [
    [covered, ...kill(covered), log('warming the cache')],
    [failing(), ...kill(failing()), log('loading', 'search listening on 8080', 'stopping')],
    [failing(), ...kill(failing()), log('starting', 'waiting for postgres:5432: connection refused')],
    [failing(), ...kill(failing()), log('error: cannot read the index')],
  ]) {
    expect(detect(detector, ...owner, ...parts)).toMatchObject({
      findings: [],
      ruledOut: [{ code: 'probe-too-early' }],
    });
  }
});

test('is ruled out by a container that is ready now', () => {
  const ready = pod('search-r2-a', { owner: 'search', revision: 2, container: liveness });

  expect(detect(detector, ...owner, ready, ...kill(ready)).findings).toEqual([]);
});

test('goes by the kill where no log and no times were read', () => {
  const partial = pod('search', { container: liveness, state: { restartCount: 2, state: { running: {} } } });

  expect(subjects(detect(detector, partial, ...kill(partial)))).toEqual(['Pod/search']);
});
