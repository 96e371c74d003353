import { expect, test } from 'vitest';
import {
  crashing,
  deployment,
  event,
  pod,
  replicaSet,
  waiting,
} from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const message =
  'failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "/app/bin/thumbnails": stat /app/bin/thumbnails: no such file or directory: unknown';
const container = { command: ['/app/bin/thumbnails'] };

test('names the workload, the command and the one before', () => {
  const failing = pod('thumbnails-r2-a', {
    owner: 'thumbnails',
    revision: 2,
    container,
    state: waiting('RunContainerError', message),
  });
  const before = replicaSet('thumbnails', 1, { container: { command: ['/app/thumbnails'] } });

  const finding = only(
    detect(
      detector,
      deployment('thumbnails'),
      before,
      replicaSet('thumbnails', 2, { ready: 0 }),
      failing,
      event(failing, 'Failed', `Error: ${message}`),
    ),
  );

  expect(finding.subject).toMatchObject({ kind: 'Deployment', name: 'thumbnails' });
  expect(finding.facts).toMatchObject({
    container: 'thumbnails',
    command: ['/app/bin/thumbnails'],
    executable: '/app/bin/thumbnails',
    previousCommand: ['/app/thumbnails'],
  });
});

test('reads a crash loop whose last end is a StartError, and a shell that finds no program', () => {
  const start = pod('a', {
    container,
    state: crashing({ exitCode: 128, reason: 'StartError', message, startedAt: '1970-01-01T00:00:00Z' }),
  });
  const shell = pod('b', { state: crashing({ exitCode: 127 }) });

  expect(subjects(detect(detector, start))).toEqual(['Pod/a']);
  expect(
    only(detect(detector, shell, { logs: [{ pod: 'shop/b', container: 'b', lines: ['sh: migrate: not found'] }] }))
      .facts,
  ).toMatchObject({ exitCode: 127, answer: 'sh: migrate: not found' });
});

test('is ruled out by the same command of the same image elsewhere', () => {
  const failing = pod('thumbnails-r2-a', {
    owner: 'thumbnails',
    revision: 2,
    container,
    state: waiting('RunContainerError', message),
  });
  const twin = pod('thumbnails-r2-b', { owner: 'thumbnails', revision: 2, container });

  expect(detect(detector, deployment('thumbnails'), replicaSet('thumbnails', 2), failing, twin)).toMatchObject({
    findings: [],
    ruledOut: [{ code: 'command-invalid' }],
  });
});

test('leaves a program alone that ends by itself', () => {
  expect(detect(detector, pod('c', { state: crashing({ exitCode: 2 }) })).findings).toEqual([]);
});
