import { expect, test } from 'vitest';
import {
  crashing,
  deployment,
  event,
  minutesAgo,
  pod,
  replicaSet,
  running,
} from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const owner = [deployment('billing'), replicaSet('billing', 1)];
const crash = (end: Readonly<Record<string, unknown>> = {}) =>
  pod('billing-r1-a', { owner: 'billing', state: crashing(end) });
const log = (...lines: string[]) => ({
  logs: [{ pod: 'shop/billing-r1-a', container: 'billing', previous: true, lines }],
});

test('names the workload, the exit code and the line that names the error', () => {
  const finding = only(
    detect(
      detector,
      ...owner,
      crash({ exitCode: 2 }),
      log('starting', 'panic: runtime error: invalid memory address', 'goroutine 1 [running]:', '    at main.go:31'),
    ),
  );

  expect(finding).toMatchObject({ severity: 'critical', subject: { kind: 'Deployment', name: 'billing' } });
  expect(finding.facts).toMatchObject({
    exitCode: 2,
    lastLine: 'panic: runtime error: invalid memory address',
    restarts: 4,
  });
  expect(finding.evidence).toContain('ev-4#1');
});

test('is ruled out by a kill for memory, a probe or a command that cannot start', () => {
  const killed = crash({ exitCode: 137 });

  for (const parts of [
    [crash({ reason: 'OOMKilled', exitCode: 137 })],
    [killed, event(killed, 'Killing', 'Container billing failed liveness probe, will be restarted')],
    [crash({ exitCode: 127 })],
  ]) {
    expect(detect(detector, ...owner, ...parts)).toMatchObject({
      findings: [],
      ruledOut: [{ code: 'application-crash' }],
    });
  }
});

test.each(['Error: environment variable QUEUE_NAME is not set', 'Error: connect ECONNREFUSED 10.96.0.7:5432'])(
  'is a mere symptom where the last words are "%s"',
  (line) => {
    expect(only(detect(detector, ...owner, crash(), log(line))).severity).toBe('info');
  },
);

test('says nothing of a container that came back and is ready', () => {
  const back = pod('billing-r1-a', {
    owner: 'billing',
    container: { readinessProbe: {} },
    state: running({
      restartCount: 1,
      state: { running: { startedAt: minutesAgo(1) } },
      lastState: { terminated: { exitCode: 1, finishedAt: minutesAgo(1) } },
    }),
  });

  expect(subjects(detect(detector, ...owner, back, log('ERROR lock is held, leaving')))).toEqual([]);
});

test('says less firmly that it crashes where no log was read', () => {
  expect(only(detect(detector, { ...crash(), spec: undefined }))).toMatchObject({
    severity: 'warning',
    subject: { kind: 'Deployment' },
  });
});
