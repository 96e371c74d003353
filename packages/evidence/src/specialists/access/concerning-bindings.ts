import type { KubernetesObject } from '@auto-ops/contracts';
import { z } from 'zod';

const Binding = z.looseObject({
  metadata: z.looseObject({ namespace: z.string().optional() }),
  subjects: z.array(z.looseObject({ kind: z.string(), name: z.string(), namespace: z.string().optional() })).nullish(),
  roleRef: z.looseObject({ kind: z.string(), name: z.string() }),
});
type Subject = NonNullable<z.infer<typeof Binding>['subjects']>[number];

/** The bindings that name a ServiceAccount of a wanted namespace, or a group that those belong to. */
export function concerningBindings(
  bindings: readonly KubernetesObject[],
  isWanted: (namespace: string | undefined) => boolean,
): KubernetesObject[] {
  return bindings.filter((binding) => {
    const parsed = Binding.safeParse(binding);
    return parsed.success && (parsed.data.subjects ?? []).some((subject) => concerns(subject, isWanted));
  });
}

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

function concerns(subject: Subject, isWanted: (namespace: string | undefined) => boolean): boolean {
  if (subject.kind === 'ServiceAccount') return isWanted(subject.namespace);
  if (subject.kind === 'User') return isWanted(/^system:serviceaccount:([^:]+):/.exec(subject.name)?.[1]);
  if (subject.kind !== 'Group') return false;
  const namespace = /^system:serviceaccounts:(.+)$/.exec(subject.name)?.[1];
  return namespace === undefined
    ? ['system:serviceaccounts', 'system:authenticated'].includes(subject.name)
    : isWanted(namespace);
}
