import type { KubernetesObject } from '@auto-ops/contracts';
import { Binding } from './binding.ts';

type Subject = NonNullable<Binding['subjects']>[number];

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

function concerns(subject: Subject, isWanted: (namespace: string | undefined) => boolean): boolean {
  if (subject.kind === 'ServiceAccount') return isWanted(subject.namespace);
  if (subject.kind === 'User') return isWanted(/^system:serviceaccount:([^:]+):/.exec(subject.name)?.[1]);
  if (subject.kind !== 'Group') return false;
  const namespace = /^system:serviceaccounts:(.+)$/.exec(subject.name)?.[1];
  return namespace === undefined
    ? ['system:serviceaccounts', 'system:authenticated'].includes(subject.name)
    : isWanted(namespace);
}
