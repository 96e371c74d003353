import type { Detector } from '../../detector.ts';
import { labelsField } from '../../fields/labels-field.ts';
import { type KnownEdge, knownEdges } from '../../kubernetes/calls/known-edges.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { lastChanged } from '../../kubernetes/fields/last-changed.ts';
import { labelTexts } from '../../kubernetes/names/label-texts.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { earliest } from '../../kubernetes/times/earliest.ts';
import { subjectOf } from '../../subjects/subject-of.ts';
import type { View } from '../../view.ts';
import { deniedEnd } from './denied-end.ts';

/** A NetworkPolicy forbids a call that the application is known to make. */
export const detector: Detector = {
  code: 'network-policy-blocks-traffic',
  detect(view) {
    const draft = createDetectionDraft('network-policy-blocks-traffic');
    if (view.objects('NetworkPolicy').length === 0) return draft.result();
    for (const edge of knownEdges(view)) {
      const denied = deniedEnd(view, edge);
      if (denied === undefined) continue;
      const { policy, direction, port, target, source } = denied;
      const about = subjectOf(policy.object);
      const [caller, service] = [
        subjectText(subjectOf(edge.caller.object)),
        subjectText(subjectOf(edge.service.object)),
      ];
      if (edge.works && edge.failures.length === 0) {
        draft.excluded(about, `Calls of ${caller} to ${service} work.`, [policy.id, ...edge.evidence]);
        continue;
      }
      draft.found({
        subject: about,
        part: `${caller} ${service}`,
        severity: edge.failures.length > 0 || isComplainedOf(view, edge) ? 'critical' : 'warning',
        message: `${subjectText(about)} does not allow ${direction === 'Ingress' ? 'traffic from' : 'traffic of'} ${caller} to ${service}, port ${port}.`,
        evidence: [policy.id, edge.service.id, ...edge.evidence.slice(0, 2), ...edge.failures.slice(0, 3)],
        since: lastChanged(policy.object) ?? earliest(policy.object.metadata.creationTimestamp),
        facts: {
          direction,
          caller,
          service,
          port,
          protocol: 'TCP',
          callerNamespace: source.object.metadata.namespace,
          callerLabels: labelTexts(labelsField(source.object, 'metadata', 'labels')),
          targetNamespace: target.object.metadata.namespace,
          targetLabels: labelTexts(labelsField(target.object, 'metadata', 'labels')),
          policies: denied.policies.map(({ object }) => object.metadata.name),
        },
      });
    }
    return draft.result();
  },
};

/** Whether a firing alert speaks of the caller or of the Service. */
function isComplainedOf(view: View, { caller, service }: KnownEdge): boolean {
  const names = [caller.object.metadata.name, service.object.metadata.name];
  return view.alerts.some(({ status, labels, summary, description }) => {
    if (status !== 'firing' || labels.namespace !== caller.object.metadata.namespace) return false;
    const words = `${summary ?? ''} ${description ?? ''}`.split(/[^a-z0-9-]+/i);
    return names.every((name) => words.includes(name) || Object.values(labels).includes(name));
  });
}
