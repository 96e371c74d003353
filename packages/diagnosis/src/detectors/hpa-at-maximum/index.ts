import type { Detector } from '../../detector.ts';
import { numberField } from '../../fields/number-field.ts';
import { textField } from '../../fields/text-field.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { conditionOf } from '../../kubernetes/fields/condition-of.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { subjectOf } from '../../subjects/subject-of.ts';
import { metricReadings } from './metric-readings.ts';

/** A HorizontalPodAutoscaler wants more replicas than it may have. */
export const detector: Detector = {
  code: 'hpa-at-maximum',
  detect(view) {
    const draft = createDetectionDraft('hpa-at-maximum');
    for (const item of view.objects('HorizontalPodAutoscaler')) {
      const condition = conditionOf(item.object, 'ScalingLimited');
      if (condition?.status !== 'True' || condition.reason !== 'TooManyReplicas') continue;
      const maximum = numberField(item.object, 'spec', 'maxReplicas');
      const current = numberField(item.object, 'status', 'currentReplicas');
      const readings = metricReadings(item.object);
      const above = readings.filter(({ ratio }) => ratio > 1.1);
      if (readings.length > 0 && above.length === 0) {
        draft.excluded(subjectOf(item.object), 'Its metrics are at or below their targets.', [item.id]);
        continue;
      }
      const minimum = numberField(item.object, 'spec', 'minReplicas') ?? 1;
      const target =
        `${textField(item.object, 'spec', 'scaleTargetRef', 'kind') ?? ''} ${textField(item.object, 'spec', 'scaleTargetRef', 'name') ?? ''}`.trim();
      draft.found({
        subject: subjectOf(item.object),
        severity: 'warning',
        message: `${subjectText(subjectOf(item.object))} is at its maximum of ${maximum ?? 'unknown'} replicas and wants more${above[0] === undefined ? '' : `: ${above[0].name} is at ${above[0].current} of ${above[0].target}`}.`,
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
