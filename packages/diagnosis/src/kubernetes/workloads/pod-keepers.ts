import type { ObjectItem, View } from '../../view.ts';

const keepers = new WeakMap<View, ReadonlyMap<string | undefined, readonly ObjectItem[]>>();

/** Deployments, StatefulSets and DaemonSets of a namespace. */
export function podKeepers(view: View, namespace: string | undefined): readonly ObjectItem[] {
  let byNamespace = keepers.get(view);
  if (byNamespace === undefined) {
    const all = ['Deployment', 'StatefulSet', 'DaemonSet'].flatMap((kind) => view.objects(kind));
    byNamespace = Map.groupBy(all, ({ object }) => object.metadata.namespace);
    keepers.set(view, byNamespace);
  }
  return byNamespace.get(namespace) ?? [];
}
