import { expect, test } from 'vitest';
import { minutesAgo, other } from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const limited = {
  type: 'ScalingLimited',
  status: 'True',
  reason: 'TooManyReplicas',
  message: 'the desired replica count is more than the maximum replica count',
  lastTransitionTime: minutesAgo(15),
};
const scaler = (current: number, conditions: object[] = [limited]) =>
  other('autoscaling/v2', 'HorizontalPodAutoscaler', 'checkout', {
    spec: {
      scaleTargetRef: { kind: 'Deployment', name: 'checkout' },
      minReplicas: 2,
      maxReplicas: 5,
      metrics: [
        { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 60 } } },
      ],
    },
    status: {
      currentReplicas: 5,
      desiredReplicas: 5,
      conditions,
      currentMetrics: [
        { type: 'Resource', resource: { name: 'cpu', current: { averageUtilization: current, averageValue: '480m' } } },
      ],
    },
  });

test('names the autoscaler, its maximum and how far the metric is above its target', () => {
  const finding = only(detect(detector, scaler(120)));

  expect(finding.subject).toMatchObject({ kind: 'HorizontalPodAutoscaler', name: 'checkout' });
  expect(finding.facts).toMatchObject({
    maxReplicas: 5,
    minReplicas: 2,
    currentReplicas: 5,
    wantedReplicas: 10,
    metrics: ['cpu: 120 % of 60 %'],
    target: 'Deployment checkout',
  });
});

test('is ruled out by a metric at its target', () => {
  expect(detect(detector, scaler(58))).toMatchObject({ findings: [], ruledOut: [{ code: 'hpa-at-maximum' }] });
});

test('says nothing below the maximum', () => {
  expect(
    subjects(
      detect(detector, scaler(120, [{ type: 'ScalingLimited', status: 'False', reason: 'DesiredWithinRange' }])),
    ),
  ).toEqual([]);
  expect(
    subjects(detect(detector, scaler(120, [{ type: 'ScalingLimited', status: 'True', reason: 'TooFewReplicas' }]))),
  ).toEqual([]);
});

test('goes by the condition where no metric was read', () => {
  expect(
    subjects(
      detect(
        detector,
        other('autoscaling/v2', 'HorizontalPodAutoscaler', 'bare', { status: { conditions: [limited] } }),
      ),
    ),
  ).toEqual(['HorizontalPodAutoscaler/bare']);
});
