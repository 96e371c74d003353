import { expect, test } from 'vitest';
import { HealthReport } from './health-report.ts';
import { MaintenanceSubject } from './maintenance-subject.ts';
import { MaintenanceTask } from './maintenance-task.ts';
import { RiskReview } from './risk-review.ts';

const commit = 'a'.repeat(40);

test.each([
  [{ repository: 'acme/shop' }, true],
  [{ repository: 'acme/shop', commit, base: commit, pullRequest: 7 }, true],
  [{ repository: 'acme/shop', commit: 'main' }, false],
  [{ repository: '../etc' }, false],
  [{ repository: 'acme/..' }, false],
  [{ repository: 'acme/shop/../other' }, false],
  [{ repository: '--upload-pack=x/y' }, false],
  [{ repository: 'acme/shop', pullRequest: 0 }, false],
])('a subject is %o: %s', (subject, isValid) => {
  expect(MaintenanceSubject.safeParse(subject).success).toBe(isValid);
});

test('a task of a schedule has no subject', () => {
  const task = { schemaVersion: 1, run: 'auto-ops-heartbeat-1763740800', job: 'heartbeat' };

  expect(MaintenanceTask.parse(task)).toEqual(task);
  expect(MaintenanceTask.safeParse({ ...task, job: 'shell' }).success).toBe(false);
});

test('two checks of one name are refused: a failure would be told from the other by nothing', () => {
  const check = { name: 'shop', kind: 'http', target: 'http://shop', ok: true };
  const report = { schemaVersion: 1, at: '2026-01-01T00:00:00Z', checks: [check] };

  expect(HealthReport.safeParse(report).success).toBe(true);
  expect(HealthReport.safeParse({ ...report, checks: [check, check] }).success).toBe(false);
});

test('a risk review names both commits and the pull request', () => {
  const review = {
    schemaVersion: 1,
    repository: 'acme/shop',
    pullRequest: 7,
    base: commit,
    head: commit,
    class: 'R2',
    findings: [],
    files: 1,
    additions: 2,
    deletions: 0,
  };

  expect(RiskReview.safeParse(review).success).toBe(true);
  expect(RiskReview.safeParse({ ...review, base: undefined }).success).toBe(false);
});
