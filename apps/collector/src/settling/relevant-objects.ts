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
  const chosen = candidates.filter((object) => keysOf(object, objects).some((key) => named.has(key)));
  return chosen.length > 0 ? chosen : candidates;
}

/** The object itself and the controllers above it. */
function keysOf(object: KubernetesObject, objects: readonly KubernetesObject[]): string[] {
  const { namespace } = object.metadata;
  const keys: string[] = [];
  let current: KubernetesObject | undefined = object;
  while (current !== undefined && keys.length < 4) {
    keys.push(`${current.kind}/${namespace}/${current.metadata.name}`);
    const owner: Owner | undefined = (current.metadata as Owned).ownerReferences?.[0];
    if (owner !== undefined) keys.push(`${owner.kind}/${namespace}/${owner.name}`);
    current = objects.find(
      ({ kind, metadata }) => kind === owner?.kind && metadata.name === owner.name && metadata.namespace === namespace,
    );
  }
  return keys;
}
