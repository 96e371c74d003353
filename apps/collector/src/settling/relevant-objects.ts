import type { KubernetesObject, Subject } from '@auto-ops/contracts';

const workloads = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Job']);

type Owner = { readonly kind: string; readonly name: string };
type Owned = { readonly ownerReferences?: readonly Owner[] };

/** The workloads among the targets with their pods; every workload and pod of the namespaces where no target is one. */
export function relevantObjects(objects: readonly KubernetesObject[], targets: readonly Subject[]): KubernetesObject[] {
  const named = new Set(
    targets
      .filter(({ kind }) => workloads.has(kind))
      .map(({ kind, namespace, name }) => `${kind}/${namespace}/${name}`),
  );
  const candidates = objects.filter(({ kind }) => workloads.has(kind) || kind === 'Pod');
  const byKey = new Map(objects.map((object) => [keyOf(object), object]));
  const chosen = candidates.filter((object) => keysOf(object, byKey).some((key) => named.has(key)));
  return chosen.length > 0 ? chosen : candidates;
}

/** The object itself and the controllers above it. */
function keysOf(object: KubernetesObject, byKey: ReadonlyMap<string, KubernetesObject>): string[] {
  const keys: string[] = [];
  let current: KubernetesObject | undefined = object;
  while (current !== undefined && keys.length < 4) {
    keys.push(keyOf(current));
    const owner: Owner | undefined = (current.metadata as Owned).ownerReferences?.[0];
    if (owner === undefined) break;
    const key = `${owner.kind}/${object.metadata.namespace}/${owner.name}`;
    current = byKey.get(key);
    if (current === undefined) keys.push(key);
  }
  return keys;
}

function keyOf({ kind, metadata }: KubernetesObject): string {
  return `${kind}/${metadata.namespace}/${metadata.name}`;
}
