import type { KubernetesObject } from '@auto-ops/contracts';
import { Binding } from './binding.ts';

/** `Role/<namespace>/<name>` and `ClusterRole/<name>` of what these bindings grant. */
export function referencedRoles(bindings: readonly KubernetesObject[]): Set<string> {
  const roles = bindings.flatMap((binding) => {
    const parsed = Binding.safeParse(binding);
    if (!parsed.success) return [];
    const { kind, name } = parsed.data.roleRef;
    return [kind === 'ClusterRole' ? `ClusterRole/${name}` : `Role/${parsed.data.metadata.namespace}/${name}`];
  });
  return new Set(roles);
}
