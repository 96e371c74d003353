import type { JsonValue } from '@auto-ops/contracts';
import type { ObjectItem } from '@auto-ops/diagnosis';
import { findPodTemplate, readPath } from '@auto-ops/policy';
import { containersOf } from '../situation/containers-of.ts';
import type { Situation } from '../situation/situation.ts';
import type { Candidate } from './candidate.ts';
import { draftAction } from './draft-action.ts';
import { nearestText } from './nearest-text.ts';

interface Reference {
  readonly object: string;
  readonly key: string;
  /** The arguments that point it at another key. */
  corrected(key: string): Record<string, JsonValue>;
}

/** References to keys that their ConfigMap lacks, pointed at its one key with nearly the same name. */
export function correctKey(situation: Situation, workload: ObjectItem | undefined): readonly Candidate[] {
  if (workload === undefined) return [];
  const { view } = situation;
  const { kind, metadata } = workload.object;
  return referencesOf(workload).flatMap((reference): Candidate[] => {
    const map = view.object('ConfigMap', metadata.namespace, reference.object);
    const keys = Object.keys({
      ...(readPath(map?.object, 'data') as object | undefined),
      ...(readPath(map?.object, 'binaryData') as object | undefined),
    });
    if (map === undefined || keys.includes(reference.key)) return [];
    const nearest = nearestText(reference.key, keys);
    if (nearest === undefined) return [];
    return [
      {
        summary: `Read the key ${nearest} of ConfigMap ${reference.object} in ${kind} ${metadata.name}; it has no key ${reference.key}.`,
        actions: [
          draftAction(situation, workload, {
            type: 'set-key-reference',
            arguments: reference.corrected(nearest),
            expected: `The pods of ${kind} ${metadata.name} start; whether ${nearest} means the same as ${reference.key} is for a person to judge.`,
            evidence: [map.id],
          }),
        ],
      },
    ];
  });
}

function referencesOf(workload: ObjectItem): readonly Reference[] {
  const variables = containersOf(workload).flatMap((container) =>
    (container.env ?? []).flatMap((variable): Reference[] => {
      const object = readPath(variable.valueFrom, 'configMapKeyRef', 'name');
      const key = readPath(variable.valueFrom, 'configMapKeyRef', 'key');
      if (typeof object !== 'string' || typeof key !== 'string') return [];
      const base = {
        where: 'environment',
        container: container.name,
        name: variable.name,
        source: 'ConfigMap',
        object,
      };
      return [{ object, key, corrected: (nearest) => ({ ...base, key: nearest }) }];
    }),
  );
  const items = (findPodTemplate(workload.object).template.spec.volumes ?? []).flatMap((volume) => {
    const object = readPath(volume, 'configMap', 'name');
    const entries = readPath(volume, 'configMap', 'items');
    if (typeof object !== 'string' || !Array.isArray(entries)) return [];
    return entries.map((entry: unknown): Reference => {
      const from = String(readPath(entry, 'key'));
      return { object, key: from, corrected: (key) => ({ where: 'volume-item', volume: volume.name, from, key }) };
    });
  });
  return [...variables, ...items];
}
