import { expect, test } from 'vitest';
import { deployment, event, other, replicaSet } from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const text = 'pods "analytics-r2-x" is forbidden: maximum memory usage per Container is 256Mi, but limit is 1Gi';
const container = { resources: { limits: { memory: '1Gi' } } };
const set = replicaSet('analytics', 2, { replicas: 3, container, status: { replicas: 0 } });
const range = other('v1', 'LimitRange', 'small', {
  spec: { limits: [{ type: 'Container', max: { memory: '256Mi' } }] },
});

test('names the workload, the container and both amounts', () => {
  const before = replicaSet('analytics', 1, { container: { resources: { limits: { memory: '128Mi' } } } });

  const finding = only(
    detect(
      detector,
      deployment('analytics'),
      before,
      set,
      event(set, 'FailedCreate', `Error creating: ${text}`),
      range,
    ),
  );

  expect(finding.subject).toMatchObject({ kind: 'Deployment', name: 'analytics' });
  expect(finding.facts).toMatchObject({
    limitRanges: ['small'],
    resource: 'memory',
    scope: 'Container',
    bound: 'maximum',
    allowed: '256Mi',
    actual: '1Gi',
    container: 'analytics',
    field: 'limits',
    previousValue: '128Mi',
  });
});

test.each([
  [
    'cpu max limit to request ratio per Container is 2, but provided ratio is 4.000000',
    { resource: 'cpu', bound: 'ratio', allowed: '2' },
  ],
  [
    'minimum cpu usage per Pod is 100m, but request is 10m',
    { resource: 'cpu', bound: 'minimum', scope: 'Pod', field: 'requests' },
  ],
  ['maximum cpu usage per Container is 500m.  No limit is specified', { resource: 'cpu', allowed: '500m' }],
])('reads "%s"', (reason, facts) => {
  expect(
    only(
      detect(
        detector,
        deployment('analytics'),
        set,
        event(set, 'FailedCreate', `Error creating: pods "a" is forbidden: ${reason}`),
      ),
    ).facts,
  ).toMatchObject(facts);
});

test('says nothing once the pods are there, and reads an event alone', () => {
  const whole = replicaSet('analytics', 2, { replicas: 3 });

  expect(detect(detector, whole, event(whole, 'FailedCreate', text)).findings).toEqual([]);
  expect(subjects(detect(detector, event(set, 'FailedCreate', text)))).toEqual(['ReplicaSet/analytics-r2']);
});
