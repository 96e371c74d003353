import { expect, test } from 'vitest';
import { deployment, event, minutesAgo, other, replicaSet } from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const message =
  'Error creating: pods "frontend-r1-5st86" is forbidden: exceeded quota: team-budget, requested: requests.memory=48Mi, used: requests.memory=256Mi, limited: requests.memory=300Mi';
const set = replicaSet('frontend', 1, { replicas: 6, status: { replicas: 4 } });
const quota = other('v1', 'ResourceQuota', 'team-budget', { spec: { hard: { 'requests.memory': '300Mi' } } });

test('names the quota and its amounts', () => {
  const finding = only(
    detect(detector, deployment('frontend', { replicas: 6 }), set, event(set, 'FailedCreate', message), quota),
  );

  expect(finding.subject).toEqual({ apiVersion: 'v1', kind: 'ResourceQuota', namespace: 'shop', name: 'team-budget' });
  expect(finding.facts).toMatchObject({
    workload: 'Deployment shop/frontend',
    requested: 'requests.memory=48Mi',
    used: 'requests.memory=256Mi',
    limited: 'requests.memory=300Mi',
    hard: ['requests.memory=300Mi'],
  });
  expect(finding.evidence).toHaveLength(3);
});

test('reads the condition where there is no event, and a quota that wants amounts', () => {
  const failure = {
    type: 'ReplicaFailure',
    status: 'True',
    reason: 'FailedCreate',
    message: 'pods "frontend-x" is forbidden: failed quota: team-budget: must specify limits.cpu for: frontend',
    lastTransitionTime: minutesAgo(8),
  };

  const finding = only(
    detect(
      detector,
      deployment('frontend'),
      replicaSet('frontend', 1, { status: { replicas: 0, conditions: [failure] } }),
    ),
  );

  expect(finding).toMatchObject({ since: minutesAgo(8), facts: { mustSpecify: 'limits.cpu for: frontend' } });
});

test('says nothing once the pods are there', () => {
  const whole = replicaSet('frontend', 1, { replicas: 6 });

  expect(
    detect(detector, deployment('frontend'), whole, event(whole, 'FailedCreate', message), quota).findings,
  ).toEqual([]);
});

test('goes by the newest event where a controller has no status', () => {
  const blind = { ...set, status: {} };

  expect(
    subjects(
      detect(
        detector,
        blind,
        event(blind, 'FailedCreate', message, { minutes: 1 }),
        event(blind, 'SuccessfulCreate', 'Created pod: x', { minutes: 9 }),
      ),
    ),
  ).toEqual(['ResourceQuota/team-budget']);
  expect(
    subjects(
      detect(
        detector,
        blind,
        event(blind, 'FailedCreate', message, { minutes: 9 }),
        event(blind, 'SuccessfulCreate', 'Created pod: x', { minutes: 1 }),
      ),
    ),
  ).toEqual([]);
});
