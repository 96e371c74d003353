import type { Detector } from '../../detector.ts';
import { configurationReferences } from '../../kubernetes/configuration/configuration-references.ts';
import { missingConfigurations } from '../../kubernetes/configuration/missing-configurations.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { nearestNames } from '../../kubernetes/names/nearest-names.ts';
import { subject } from '../../kubernetes/names/subject.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';

/** A pod cannot start because a ConfigMap it refers to does not exist. */
export const detector: Detector = {
  code: 'configmap-missing',
  detect(view) {
    const draft = createDetectionDraft('configmap-missing');
    for (const missing of missingConfigurations(view)) {
      const { pod, namespace, name, kind, key, evidence, since } = missing;
      if (kind !== 'ConfigMap' || name === undefined || key !== undefined) continue;
      const about = subject('v1', 'ConfigMap', namespace, name);
      const existing = view.object('ConfigMap', namespace, name);
      if (existing !== undefined) {
        draft.excluded(about, `ConfigMap ${name} exists.`, [existing.id]);
        continue;
      }
      const references = configurationReferences(pod.item.object).filter(
        (entry) => entry.kind === 'ConfigMap' && entry.name === name,
      );
      const known = view.objects('ConfigMap').filter(({ object }) => object.metadata.namespace === namespace);
      draft.found({
        subject: about,
        severity: 'critical',
        message: `${subjectText(pod.subject)} cannot start: it refers to ConfigMap ${name}, which does not exist in namespace ${namespace ?? ''}.`,
        evidence,
        since,
        facts: {
          name,
          workload: subjectText(pod.subject),
          container: missing.container?.name,
          volume: missing.volume,
          keys: references.flatMap((entry) => entry.key ?? []),
          nearest: nearestNames(
            name,
            known.map(({ object }) => object.metadata.name),
          ),
          covered: view.covers('ConfigMap', namespace),
        },
      });
    }
    return draft.result();
  },
};
