import type { Detector } from '../../detector.ts';
import { labelsField } from '../../fields/labels-field.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { lastChanged } from '../../kubernetes/fields/last-changed.ts';
import { labelTexts } from '../../kubernetes/names/label-texts.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { servicePorts } from '../../kubernetes/services/service-ports.ts';
import { serviceSelector } from '../../kubernetes/services/service-selector.ts';
import { serviceUse } from '../../kubernetes/services/service-use.ts';
import { isScaledToZero } from '../../kubernetes/workloads/is-scaled-to-zero.ts';
import { podTemplate } from '../../kubernetes/workloads/pod-template.ts';
import { workloadsMatching } from '../../kubernetes/workloads/workloads-matching.ts';
import { subjectOf } from '../../subjects/subject-of.ts';
import { emptyEndpoints } from './empty-endpoints.ts';
import { nearestWorkloads } from './nearest-workloads.ts';

/** A Service selects no pod although pods for it exist. */
export const detector: Detector = {
  code: 'selector-matches-nothing',
  detect(view) {
    const draft = createDetectionDraft('selector-matches-nothing');
    for (const service of view.objects('Service')) {
      const { namespace } = service.object.metadata;
      const selector = serviceSelector(service);
      if (Object.keys(selector).length === 0 || view.podsMatching(namespace, selector).length > 0) continue;
      const empty = emptyEndpoints(view, service);
      if (!view.covers('Pod', namespace) && empty === undefined) continue;
      const about = subjectOf(service.object);
      const [meant] = workloadsMatching(view, namespace, selector);
      if (meant !== undefined) {
        const why = isScaledToZero(meant) ? 'is scaled to zero' : 'has no pods for a reason of its own';
        draft.excluded(about, `It selects ${subjectText(subjectOf(meant.object))}, which ${why}.`, [
          service.id,
          meant.id,
        ]);
        continue;
      }
      const use = serviceUse(view, service);
      const isUsed = use.isAlerted || use.ingresses.length > 0 || use.callers.length > 0;
      const [nearest] = nearestWorkloads(view, service, selector);
      // A workload that was not read may well be scaled to zero.
      if (nearest === undefined && !view.covers('Deployment', namespace)) continue;
      if (nearest === undefined ? !isUsed : !isUsed && !nearest.isUnserved) {
        draft.excluded(about, 'Nothing is known to use it, and no workload is left without a Service.', [service.id]);
        continue;
      }
      const labels = nearest === undefined ? {} : labelsField(podTemplate(nearest.item.object), 'metadata', 'labels');
      const wrong = Object.entries(selector).filter(([key, value]) => labels[key] !== value);
      draft.found({
        subject: about,
        severity: nearest === undefined ? 'warning' : 'critical',
        message: `${subjectText(about)} selects ${labelTexts(selector).join(',')}, which no pod carries${nearest === undefined ? '' : `; ${subjectText(subjectOf(nearest.item.object))} is nearest`}.`,
        evidence: [service.id, empty?.id, nearest?.item.id, ...use.failures.slice(0, 2)],
        since: lastChanged(service.object),
        facts: {
          selector: labelTexts(selector),
          nearest: nearest === undefined ? undefined : subjectText(subjectOf(nearest.item.object)),
          nearestLabels: labelTexts(labels),
          wrongKeys: wrong.map(([key]) => key),
          // The selector that would match: each wrong pair with the workload's own value, without the keys it lacks.
          suggestedSelector: labelTexts(
            Object.fromEntries(
              Object.keys(selector).flatMap((key) => (labels[key] === undefined ? [] : [[key, labels[key]]])),
            ),
          ),
          ports: servicePorts(service).map(({ port }) => `${port}`),
          callers: use.callers.map((caller) => subjectText(subjectOf(caller.object))),
        },
      });
    }
    return draft.result();
  },
};
