import { expect, test } from 'vitest';
import {
  crashing,
  deployment,
  event,
  minutesAgo,
  node,
  pod,
  replicaSet,
  running,
} from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const limits = { resources: { limits: { memory: '64Mi' }, requests: { memory: '32Mi' } } };

test('names the workload, the limit and the limit before', () => {
  const failing = pod('index-r2-a', {
    owner: 'index',
    revision: 2,
    container: limits,
    state: crashing({ exitCode: 137, reason: 'OOMKilled' }),
  });
  const before = replicaSet('index', 1, { container: { resources: { limits: { memory: '256Mi' } } } });

  const finding = only(detect(detector, deployment('index'), before, replicaSet('index', 2, { ready: 0 }), failing));

  expect(finding.subject).toMatchObject({ kind: 'Deployment', name: 'index' });
  expect(finding.facts).toMatchObject({
    container: 'index',
    memoryLimit: '64Mi',
    memoryRequest: '32Mi',
    previousMemoryLimit: '256Mi',
    restarts: 4,
  });
});

test('takes the kill from the node where the container was not the process that was killed', () => {
  const failing = pod('index', { container: limits, state: crashing({ exitCode: 137 }) });
  const kill = event(node(), 'OOMKilling', 'Memory cgroup out of memory: Killed process 4211 (java)', { minutes: 2 });

  expect(subjects(detect(detector, failing, node(), kill))).toEqual(['Pod/index']);
});

test('is ruled out where a probe had it killed', () => {
  const failing = pod('index', { state: crashing({ exitCode: 137 }) });

  expect(
    detect(detector, failing, event(failing, 'Killing', 'Container index failed liveness probe, will be restarted')),
  ).toMatchObject({ findings: [], ruledOut: [{ code: 'out-of-memory' }] });
});

test('says nothing of a kill long ago, and reads a state without times', () => {
  const calm = pod('index', {
    state: running({
      restartCount: 1,
      lastState: { terminated: { exitCode: 137, reason: 'OOMKilled', finishedAt: minutesAgo(26) } },
    }),
  });
  const partial = pod('index', {
    state: {
      state: { waiting: { reason: 'CrashLoopBackOff' } },
      lastState: { terminated: { reason: 'OOMKilled', exitCode: 137 } },
    },
  });

  expect(subjects(detect(detector, calm))).toEqual([]);
  expect(subjects(detect(detector, partial))).toEqual(['Pod/index']);
});
