import type { KubernetesObject } from '@auto-ops/contracts';

type Condition = { readonly type?: unknown; readonly status?: unknown };

/** Nodes whose kubelet has stopped reporting: asking them for logs would only wait. */
export function unreachableNodes(objects: readonly KubernetesObject[]): ReadonlySet<string> {
  const silent = objects.filter((object) => {
    const { conditions } = (object.status ?? {}) as { conditions?: readonly Condition[] };
    return object.kind === 'Node' && conditions?.some(({ type, status }) => type === 'Ready' && status === 'Unknown');
  });
  return new Set(silent.map(({ metadata }) => metadata.name));
}
