import { expect, test } from 'vitest';
import {
  deployment,
  event,
  minutesAgo,
  pod,
  replicaSet,
  running,
} from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const probe = (path: string, port: number | string) => ({ httpGet: { path, port } });
const refused = (kind: string) =>
  `${kind} probe failed: Get "http://10.0.0.9:8081/healthz": dial tcp 10.0.0.9:8081: connect: connection refused`;
const unready = running({ ready: false });
const listening = {
  logs: [{ pod: 'shop/inventory-r1-a', container: 'inventory', lines: ['inventory 2.5.0 listening on 8080'] }],
};
const owner = [deployment('inventory'), replicaSet('inventory', 1)];

test('names the probe, its port and the port that is served', () => {
  const failing = pod('inventory-r1-a', {
    owner: 'inventory',
    container: { readinessProbe: probe('/healthz', 8081) },
    state: unready,
  });

  const finding = only(
    detect(detector, ...owner, failing, event(failing, 'Unhealthy', refused('Readiness')), listening),
  );

  expect(finding.subject).toMatchObject({ kind: 'Deployment', name: 'inventory' });
  expect(finding.facts).toMatchObject({
    container: 'inventory',
    probe: 'readiness',
    port: 8081,
    servedPort: 8080,
    servedPorts: ['8080'],
    path: '/healthz',
  });
  expect(finding.evidence).toContain('ev-5#0');
});

test('finds the liveness probe that kills a ready container again and again', () => {
  const state = running({
    restartCount: 3,
    state: { running: { startedAt: minutesAgo(2) } },
    lastState: { terminated: { exitCode: 0, finishedAt: minutesAgo(2) } },
  });
  const killed = pod('inventory-r1-a', {
    owner: 'inventory',
    container: { livenessProbe: probe('/healthz', 8081) },
    state,
  });

  const found = detect(
    detector,
    ...owner,
    killed,
    event(killed, 'Unhealthy', refused('Liveness'), { minutes: 1 }),
    event(killed, 'Killing', 'Container inventory failed liveness probe, will be restarted', { minutes: 2 }),
    listening,
  );

  expect(only(found).facts).toMatchObject({ probe: 'liveness', kills: true, servedPort: 8080 });
});

test('takes an answer of 404 for a wrong path and names paths that work', () => {
  const failing = pod('inventory-r1-a', {
    owner: 'inventory',
    container: { readinessProbe: probe('/health/ready', 8080) },
    state: unready,
  });
  const twin = pod('inventory-r1-b', { owner: 'inventory', container: { readinessProbe: probe('/healthz', 8080) } });

  const finding = only(
    detect(
      detector,
      ...owner,
      failing,
      twin,
      event(failing, 'Unhealthy', 'Readiness probe failed: HTTP probe failed with statuscode: 404'),
    ),
  );

  expect(finding.facts).toMatchObject({ path: '/health/ready', otherPaths: ['/healthz'] });
});

test('leaves a container alone that is ready, that says 503 itself, or that never listens on the port it declares', () => {
  const container = { readinessProbe: probe('/healthz', 8080) };
  const ready = pod('inventory-r1-a', { owner: 'inventory', container });
  const failing = pod('inventory-r1-a', { owner: 'inventory', container, state: unready });

  expect(detect(detector, ...owner, ready, event(ready, 'Unhealthy', refused('Readiness'))).findings).toEqual([]);
  expect(
    detect(
      detector,
      ...owner,
      failing,
      event(failing, 'Unhealthy', 'Readiness probe failed: HTTP probe failed with statuscode: 503'),
    ).findings,
  ).toEqual([]);
  expect(
    detect(detector, ...owner, failing, event(failing, 'Unhealthy', refused('Readiness').replaceAll('8081', '8080')))
      .findings,
  ).toEqual([]);
});

test('reads a named port that no container port has', () => {
  const failing = pod('inventory', { container: { readinessProbe: probe('/healthz', 'health') }, state: unready });

  expect(
    only(
      detect(
        detector,
        failing,
        event(failing, 'Unhealthy', 'Readiness probe errored: strconv.Atoi: parsing "health"'),
        event(failing, 'Unhealthy', 'Readiness probe failed: invalid port'),
      ),
    ).facts,
  ).toMatchObject({ portName: 'health' });
});

test('goes by the log where the events are gone', () => {
  const failing = pod('inventory-r1-a', {
    owner: 'inventory',
    container: { readinessProbe: probe('/healthz', 8081) },
    state: unready,
  });

  expect(only(detect(detector, ...owner, failing, listening))).toMatchObject({
    severity: 'warning',
    facts: { port: 8081, servedPort: 8080 },
  });
  expect(detect(detector, ...owner, failing).findings).toEqual([]);
});

test('names all the probes of a container that are wrong, as one finding', () => {
  const failing = pod('inventory-r1-a', {
    owner: 'inventory',
    container: { readinessProbe: probe('/healthz', 8081), livenessProbe: probe('/healthz', 8081) },
    state: unready,
  });

  const found = detect(
    detector,
    ...owner,
    failing,
    event(failing, 'Unhealthy', refused('Readiness')),
    event(failing, 'Unhealthy', refused('Liveness')),
    event(failing, 'Killing', 'Container inventory failed liveness probe, will be restarted'),
    listening,
  );

  expect(only(found).facts).toMatchObject({ probe: 'liveness', probes: ['liveness', 'readiness'], kills: true });
});
