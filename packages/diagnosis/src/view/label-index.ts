import { field } from '../fields/field.ts';
import { labelsField } from '../fields/labels-field.ts';
import type { ObjectItem } from '../view.ts';

/** Finds the pods of a namespace (of all where none is given) that carry all labels. */
export type LabelIndex = (
  namespace: string | undefined,
  labels: Readonly<Record<string, string>>,
) => readonly ObjectItem[];

/** Indexes pods by each of their labels, so that a selector looks at its rarest label only. */
export function indexLabels(pods: readonly ObjectItem[]): LabelIndex {
  const byLabel = new Map<string, ObjectItem[]>();
  for (const pod of pods) {
    const namespace = pod.object.metadata.namespace ?? '';
    for (const [name, value] of Object.entries(labelsField(pod.object, 'metadata', 'labels'))) {
      for (const key of [`${namespace}\n${name}\n${value}`, `*\n${name}\n${value}`]) {
        const list = byLabel.get(key);
        if (list === undefined) byLabel.set(key, [pod]);
        else list.push(pod);
      }
    }
  }
  return (namespace, labels) => {
    const wanted = Object.entries(labels);
    let rarest: readonly ObjectItem[] | undefined;
    for (const [name, value] of wanted) {
      const found = byLabel.get(`${namespace ?? '*'}\n${name}\n${value}`) ?? [];
      if (rarest === undefined || found.length < rarest.length) rarest = found;
    }
    if (rarest === undefined) return [];
    if (wanted.length === 1) return rarest;
    return rarest.filter((pod) =>
      wanted.every(([name, value]) => field(pod.object, 'metadata', 'labels', name) === value),
    );
  };
}
