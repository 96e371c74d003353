import type { Detector } from '../../detector.ts';
import { configurationReferences } from '../../kubernetes/configuration/configuration-references.ts';
import { missingConfigurations } from '../../kubernetes/configuration/missing-configurations.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { nearestNames } from '../../kubernetes/names/nearest-names.ts';
import { subject } from '../../kubernetes/names/subject.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { revisionPair } from '../../kubernetes/workloads/revision-pair.ts';

/** A pod cannot start because a Secret it refers to does not exist. */
export const detector: Detector = {
  code: 'secret-missing',
  detect(view) {
    const draft = createDetectionDraft('secret-missing');
    for (const missing of missingConfigurations(view)) {
      const { pod, namespace, name, kind, key, evidence, since } = missing;
      if (kind !== 'Secret' || name === undefined || key !== undefined) continue;
      const about = subject('v1', 'Secret', namespace, name);
      const existing = view.object('Secret', namespace, name);
      if (existing !== undefined) {
        draft.excluded(about, `Secret ${name} exists.`, [existing.id]);
        continue;
      }
      const references = configurationReferences(pod.item.object).filter(
        (entry) => entry.kind === 'Secret' && entry.name === name,
      );
      const before = configurationReferences(revisionPair(view, pod.item)?.previous.template).filter(
        (entry) => entry.kind === 'Secret',
      );
      const known = view.objects('Secret').filter(({ object }) => object.metadata.namespace === namespace);
      const names = [...known.map(({ object }) => object.metadata.name), ...before.map((entry) => entry.name)];
      draft.found({
        subject: about,
        severity: 'critical',
        message: `${subjectText(pod.subject)} cannot start: it refers to Secret ${name}, which does not exist in namespace ${namespace ?? ''}.`,
        evidence,
        since,
        facts: {
          name,
          workload: subjectText(pod.subject),
          container: missing.container?.name,
          volume: missing.volume,
          keys: references.flatMap((entry) => entry.key ?? []),
          nearest: nearestNames(name, names),
          previousSecrets: [...new Set(before.map((entry) => entry.name))],
        },
      });
    }
    return draft.result();
  },
};
