import { expect, test } from 'vitest';
import { deployment, event, minutesAgo, other } from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const conditions = [
  {
    type: 'ScalingActive',
    status: 'False',
    reason: 'FailedGetResourceMetric',
    message:
      'the HPA was unable to compute the replica count: failed to get cpu utilization: unable to get metrics for resource cpu: unable to fetch metrics from resource metrics API: the server could not find the requested resource',
    lastTransitionTime: minutesAgo(7),
  },
];
const spec = {
  scaleTargetRef: { kind: 'Deployment', name: 'checkout' },
  minReplicas: 2,
  maxReplicas: 5,
  metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { averageUtilization: 80 } } }],
};
const scaler = (status: object) => other('autoscaling/v2', 'HorizontalPodAutoscaler', 'checkout', { spec, status });

test('names the autoscaler, its target and the metric', () => {
  const finding = only(detect(detector, scaler({ conditions }), deployment('checkout')));

  expect(finding.subject).toEqual({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    namespace: 'shop',
    name: 'checkout',
  });
  expect(finding).toMatchObject({
    since: minutesAgo(7),
    facts: {
      target: 'Deployment checkout',
      metrics: ['cpu'],
      isApiMissing: true,
      containersWithoutRequest: ['checkout'],
    },
  });
});

test('is ruled out by the condition that is true again', () => {
  const fine = scaler({ conditions: [{ type: 'ScalingActive', status: 'True', reason: 'ValidMetricFound' }] });

  expect(detect(detector, fine, event(fine, 'FailedGetResourceMetric', 'failed'))).toMatchObject({
    findings: [],
    ruledOut: [{ code: 'hpa-metrics-missing' }],
  });
});

test('says nothing of a target that is scaled to zero', () => {
  expect(
    subjects(
      detect(
        detector,
        scaler({ conditions: [{ type: 'ScalingActive', status: 'False', reason: 'ScalingDisabled' }] }),
        deployment('checkout', { replicas: 0 }),
      ),
    ),
  ).toEqual([]);
  expect(subjects(detect(detector, scaler({ conditions }), deployment('checkout', { replicas: 0 })))).toEqual([]);
});

test('reads an autoscaler without status or spec', () => {
  expect(detect(detector, other('autoscaling/v2', 'HorizontalPodAutoscaler', 'bare')).findings).toEqual([]);
  expect(
    subjects(detect(detector, other('autoscaling/v2', 'HorizontalPodAutoscaler', 'bare', { status: { conditions } }))),
  ).toEqual(['HorizontalPodAutoscaler/bare']);
});
