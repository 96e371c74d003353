import { expect, test } from 'vitest';
import { minutesAgo, other, pod } from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const failed = {
  type: 'Failed',
  status: 'True',
  reason: 'BackoffLimitExceeded',
  message: 'Job has reached the specified backoff limit',
  lastTransitionTime: minutesAgo(5),
};
const owned = (kind: string, name: string) => ({
  ownerReferences: [{ apiVersion: 'batch/v1', kind, name, controller: true }],
});
const job = (name: string, conditions: object[], minutes = 10) => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name, namespace: 'shop', creationTimestamp: minutesAgo(minutes), ...owned('CronJob', 'import') },
  spec: { backoffLimit: 1 },
  status: { failed: 2, conditions },
});
const schedule = other('batch/v1', 'CronJob', 'import');
const ended = pod('import-20-a', {
  state: { state: { terminated: { exitCode: 2, reason: 'Error', finishedAt: minutesAgo(6) } } },
  status: { phase: 'Failed' },
  metadata: owned('Job', 'import-20'),
});
const log = {
  logs: [
    {
      pod: 'shop/import-20-a',
      container: 'import-20-a',
      lines: ['importing price list', 'ERROR row 17: cannot read the amount'],
    },
  ],
};

test('names the Job, its schedule and the last words of its pods', () => {
  const finding = only(detect(detector, schedule, job('import-20', [failed]), ended, log));

  expect(finding.subject).toEqual({ apiVersion: 'batch/v1', kind: 'Job', namespace: 'shop', name: 'import-20' });
  expect(finding).toMatchObject({
    severity: 'critical',
    since: minutesAgo(5),
    facts: {
      reason: 'BackoffLimitExceeded',
      backoffLimit: 1,
      failedPods: 2,
      exitCode: 2,
      schedule: 'CronJob shop/import',
      lastLine: 'ERROR row 17: cannot read the amount',
    },
  });
});

test('is ruled out by a later run of the same schedule that succeeded', () => {
  const later = job('import-21', [{ type: 'Complete', status: 'True' }], 2);

  expect(detect(detector, schedule, job('import-20', [failed]), later, ended, log)).toMatchObject({
    findings: [],
    ruledOut: [{ code: 'job-backoff-limit' }],
  });
});

test('is not ruled out by an earlier run', () => {
  const earlier = job('import-19', [{ type: 'Complete', status: 'True' }], 60);

  expect(subjects(detect(detector, schedule, earlier, job('import-20', [failed])))).toEqual(['Job/import-20']);
});

test('is a mere symptom where its pods ended for a narrower reason', () => {
  const killed = {
    ...ended,
    status: {
      phase: 'Failed',
      containerStatuses: [{ name: 'import-20-a', state: { terminated: { exitCode: 137, reason: 'OOMKilled' } } }],
    },
  };

  expect(only(detect(detector, schedule, job('import-20', [failed]), killed)).severity).toBe('info');
});

test('says nothing of a Job that runs or of one without a status', () => {
  expect(subjects(detect(detector, job('import-20', []), other('batch/v1', 'Job', 'bare')))).toEqual([]);
});
