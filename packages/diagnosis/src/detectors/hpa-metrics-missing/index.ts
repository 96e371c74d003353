import type { Detector } from '../../detector.ts';
import { textField } from '../../fields/text-field.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { conditionOf } from '../../kubernetes/fields/condition-of.ts';
import { listAt } from '../../kubernetes/fields/list-at.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { podTemplate } from '../../kubernetes/workloads/pod-template.ts';
import { templateContainers } from '../../kubernetes/workloads/template-containers.ts';
import { wantedReplicas } from '../../kubernetes/workloads/wanted-replicas.ts';
import { subjectOf } from '../../subjects/subject-of.ts';

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
          draft.excluded(subjectOf(item.object), 'ScalingActive is true again.', [item.id]);
        continue;
      }
      // A target that is scaled to zero switches scaling off on purpose.
      if (condition.reason === 'ScalingDisabled' || !reason.test(condition.reason)) continue;
      const kind = textField(item.object, 'spec', 'scaleTargetRef', 'kind') ?? 'Deployment';
      const name = textField(item.object, 'spec', 'scaleTargetRef', 'name') ?? '';
      const target = view.object(kind, item.object.metadata.namespace, name);
      if (target !== undefined && wantedReplicas(target.object) === 0) continue;
      const metrics = listAt(item.object, 'spec', 'metrics').flatMap(
        (metric) =>
          textField(metric, 'resource', 'name') ??
          textField(metric, 'pods', 'metric', 'name') ??
          textField(metric, 'external', 'metric', 'name') ??
          [],
      );
      const unrequested = templateContainers(podTemplate(target?.object)).filter((container) =>
        metrics.some(
          (metric) =>
            ['cpu', 'memory'].includes(metric) && textField(container, 'resources', 'requests', metric) === undefined,
        ),
      );
      draft.found({
        subject: subjectOf(item.object),
        severity: 'critical',
        message: `${subjectText(subjectOf(item.object))} does not scale ${kind} ${name}: ${condition.message.slice(0, 200) || condition.reason}`,
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
          containersWithoutRequest: unrequested.flatMap((container) => textField(container, 'name') ?? []),
        },
      });
    }
    return draft.result();
  },
};
