import type { ObjectItem, View } from '../../view.ts';
import type { Fields } from '../fields/fields.ts';
import { revisionPair } from './revision-pair.ts';
import { templateContainers } from './template-containers.ts';

/** The container of that name in the template of the revision before the pod's. */
export function previousContainer(
  view: View,
  pod: ObjectItem,
  name: string,
): { revision: number; spec: Fields } | undefined {
  const previous = revisionPair(view, pod)?.previous;
  if (previous === undefined) return undefined;
  const containers = templateContainers(previous.template);
  const spec = containers.find((container) => container.name === name);
  return spec === undefined ? undefined : { revision: previous.number, spec };
}
