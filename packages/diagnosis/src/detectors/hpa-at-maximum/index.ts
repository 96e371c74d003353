import type { Detector } from '../../detector.ts';
import { conditionOf } from '../../kubernetes/conditions.ts';
import { createDetectionDraft } from '../../kubernetes/detection-draft.ts';
import { numberAt, textAt } from '../../kubernetes/fields.ts';
import { subjectOf, subjectText } from '../../kubernetes/subject.ts';
import { metricReadings } from './metric-readings.ts';

/** A HorizontalPodAutoscaler wants more replicas than it may have. */
export const detector: Detector = {
  code: 'hpa-at-maximum',
  detect(view) {
    const draft = createDetectionDraft('hpa-at-maximum');
    for (const item of view.objects('HorizontalPodAutoscaler')) {
      const condition = conditionOf(item.object, 'ScalingLimited');
      if (condition?.status !== 'True' || condition.reason !== 'TooManyReplicas') continue;
      const maximum = numberAt(item.object, 'spec', 'maxReplicas');
      const current = numberAt(item.object, 'status', 'currentReplicas');
      const readings = metricReadings(item.object);
      const above = readings.filter(({ ratio }) => ratio > 1.1);
      if (readings.length > 0 && above.length === 0) {
        draft.excluded(subjectOf(item), 'Its metrics are at or below their targets.', [item.id]);
        continue;
      }
      const minimum = numberAt(item.object, 'spec', 'minReplicas') ?? 1;
      const target =
        `${textAt(item.object, 'spec', 'scaleTargetRef', 'kind') ?? ''} ${textAt(item.object, 'spec', 'scaleTargetRef', 'name') ?? ''}`.trim();
      draft.found({
        subject: subjectOf(item),
        severity: 'warning',
        message: `${subjectText(subjectOf(item))} is at its maximum of ${maximum ?? 'unknown'} replicas and wants more${above[0] === undefined ? '' : `: ${above[0].name} is at ${above[0].current} of ${above[0].target}`}.`,
        evidence: [item.id],
        since: condition.since,
        facts: {
          target,
          maxReplicas: maximum,
          minReplicas: minimum,
          currentReplicas: current,
          metrics: above.map(({ name, current: value, target: wanted }) => `${name}: ${value} of ${wanted}`),
          wantedReplicas:
            current === undefined || above.length === 0
              ? undefined
              : Math.ceil(current * Math.max(...above.map(({ ratio }) => ratio))),
        },
      });
    }
    return draft.result();
  },
};
