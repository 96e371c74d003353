import type { JsonValue } from '@auto-ops/contracts';
import type { ObjectItem } from '@auto-ops/diagnosis';
import { findPodTemplate, readPath } from '@auto-ops/policy';
import { containersOf } from '../situation/containers-of.ts';
import type { Situation } from '../situation/situation.ts';
import type { Candidate } from './candidate.ts';
import { draftAction } from './draft-action.ts';
import { nearestText } from './nearest-text.ts';

/** Every reference of a workload to a ConfigMap that is missing, pointed at the one ConfigMap with nearly the same name. */
export function renameReference(
  situation: Situation,
  workload: ObjectItem | undefined,
  missing: string,
): readonly Candidate[] {
  if (workload === undefined) return [];
  const { view } = situation;
  const namespace = workload.object.metadata.namespace;
  const known = view.objects('ConfigMap').filter((item) => item.object.metadata.namespace === namespace);
  const nearest = nearestText(
    missing,
    known.map((item) => item.object.metadata.name).filter((name) => name !== missing),
  );
  const proof = known.find((item) => item.object.metadata.name === nearest);
  if (nearest === undefined || proof === undefined) return [];
  const references = referencesTo(workload, missing, nearest);
  if (references.length === 0) return [];
  const { kind, metadata } = workload.object;
  return [
    {
      summary: `Point ${kind} ${metadata.name} at the ConfigMap ${nearest}, the one with nearly the name of the missing ${missing}.`,
      actions: references.map((reference) =>
        draftAction(situation, workload, {
          type: 'set-key-reference',
          arguments: reference,
          expected: `The pods of ${kind} ${metadata.name} start with the ConfigMap ${nearest}.`,
          evidence: [proof.id],
        }),
      ),
    },
  ];
}

function referencesTo(workload: ObjectItem, from: string, object: string): Record<string, JsonValue>[] {
  const source = 'ConfigMap';
  const containers = containersOf(workload);
  const variables = containers.flatMap((container) =>
    (container.env ?? [])
      .filter((variable) => readPath(variable.valueFrom, 'configMapKeyRef', 'name') === from)
      .map((variable) => {
        const key = String(readPath(variable.valueFrom, 'configMapKeyRef', 'key'));
        return { where: 'environment', container: container.name, name: variable.name, source, object, key };
      }),
  );
  const lists = containers
    .filter((container) => (container.envFrom ?? []).some((entry) => readPath(entry, 'configMapRef', 'name') === from))
    .map((container) => ({ where: 'environment-from', container: container.name, source, from, object }));
  const volumes = (findPodTemplate(workload.object).template.spec.volumes ?? [])
    .filter((volume) => readPath(volume, 'configMap', 'name') === from)
    .map((volume) => ({ where: 'volume', volume: volume.name, source, from, object }));
  return [...variables, ...lists, ...volumes];
}
