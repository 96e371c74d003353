import { expect, test } from 'vitest';
import { minutesAgo, other } from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const failed = {
  type: 'Failed',
  status: 'True',
  reason: 'DeadlineExceeded',
  message: 'Job was active longer than specified deadline',
  lastTransitionTime: minutesAgo(5),
};
const job = (conditions: object[], extra: object = {}) =>
  other('batch/v1', 'Job', 'reindex', { spec: { activeDeadlineSeconds: 120 }, status: { conditions }, ...extra });

test('names the Job and its deadline', () => {
  const finding = only(detect(detector, job([failed])));

  expect(finding.subject).toEqual({ apiVersion: 'batch/v1', kind: 'Job', namespace: 'shop', name: 'reindex' });
  expect(finding.facts).toMatchObject({ activeDeadlineSeconds: 120, reason: 'DeadlineExceeded' });
});

test('is ruled out by a later run that succeeded', () => {
  const schedule = other('batch/v1', 'CronJob', 'nightly', { status: { lastSuccessfulTime: minutesAgo(1) } });
  const run = {
    ...job([failed]),
    metadata: {
      name: 'reindex',
      namespace: 'shop',
      creationTimestamp: minutesAgo(30),
      ownerReferences: [{ apiVersion: 'batch/v1', kind: 'CronJob', name: 'nightly', controller: true }],
    },
  };

  expect(detect(detector, schedule, run)).toMatchObject({
    findings: [],
    ruledOut: [{ code: 'job-deadline-exceeded' }],
  });
});

test('leaves the back-off limit to its own code, and reads a Job without a spec', () => {
  expect(subjects(detect(detector, job([{ ...failed, reason: 'BackoffLimitExceeded' }])))).toEqual([]);
  expect(subjects(detect(detector, job([failed], { spec: undefined })))).toEqual(['Job/reindex']);
});
