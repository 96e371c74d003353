import { itemKey } from '../subjects/item-key.ts';
import type { View } from '../view.ts';

const kinds = ['Deployment', 'StatefulSet', 'DaemonSet', 'Service'];

/** The key of a service that is known by its name: the one workload or Service of that name, else a Component. */
export function componentKey(view: View, name: string): string {
  const namespaces = view.scope.namespaces ?? [];
  for (const kind of kinds) {
    for (const namespace of namespaces) {
      const found = view.object(kind, namespace, name);
      if (found !== undefined) return itemKey(found);
    }
  }
  for (const kind of kinds) {
    const found = view.objects(kind).filter((item) => item.object.metadata.name === name);
    if (found.length === 1 && found[0] !== undefined) return itemKey(found[0]);
  }
  return `Component//${name}`;
}
