import type { Detector } from '../../detector.ts';
import { conditionOf } from '../../kubernetes/conditions.ts';
import { createDetectionDraft } from '../../kubernetes/detection-draft.ts';
import { listAt, textAt } from '../../kubernetes/fields.ts';
import { subjectOf, subjectText } from '../../kubernetes/subject.ts';
import { podTemplate, templateContainers, wantedReplicas } from '../../kubernetes/workload.ts';

const reason = /FailedGet\w*Metric|FailedComputeMetricsReplicas|InvalidMetricSourceType/;

/** A HorizontalPodAutoscaler cannot read the metrics it scales by. */
export const detector: Detector = {
  code: 'hpa-metrics-missing',
  detect(view) {
    const draft = createDetectionDraft('hpa-metrics-missing');
    for (const item of view.objects('HorizontalPodAutoscaler')) {
      const condition = conditionOf(item.object, 'ScalingActive');
      const events = view.events(item).filter((event) => reason.test(event.reason));
      if (condition === undefined || condition.status === 'True') {
        if (condition !== undefined && events.length > 0)
          draft.excluded(subjectOf(item), 'ScalingActive is true again.', [item.id]);
        continue;
      }
      // A target that is scaled to zero switches scaling off on purpose.
      if (condition.reason === 'ScalingDisabled' || !reason.test(condition.reason)) continue;
      const kind = textAt(item.object, 'spec', 'scaleTargetRef', 'kind') ?? 'Deployment';
      const name = textAt(item.object, 'spec', 'scaleTargetRef', 'name') ?? '';
      const target = view.object(kind, item.object.metadata.namespace, name);
      if (target !== undefined && wantedReplicas(target.object) === 0) continue;
      const metrics = listAt(item.object, 'spec', 'metrics').flatMap(
        (metric) =>
          textAt(metric, 'resource', 'name') ??
          textAt(metric, 'pods', 'metric', 'name') ??
          textAt(metric, 'external', 'metric', 'name') ??
          [],
      );
      const unrequested = templateContainers(podTemplate(target?.object)).filter((container) =>
        metrics.some(
          (metric) =>
            ['cpu', 'memory'].includes(metric) && textAt(container, 'resources', 'requests', metric) === undefined,
        ),
      );
      draft.found({
        subject: subjectOf(item),
        severity: 'critical',
        message: `${subjectText(subjectOf(item))} does not scale ${kind} ${name}: ${condition.message.slice(0, 200) || condition.reason}`,
        evidence: [item.id, events.at(-1)?.id],
        since: condition.since ?? events[0]?.first,
        facts: {
          reason: condition.reason,
          target: `${kind} ${name}`,
          metrics,
          // The metrics API is missing altogether, or only the pods' own requests or values.
          isApiMissing:
            /could not find the requested resource|no metrics known|unable to fetch metrics from .* API/i.test(
              condition.message,
            ),
          containersWithoutRequest: unrequested.flatMap((container) => textAt(container, 'name') ?? []),
        },
      });
    }
    return draft.result();
  },
};
