import type { KubernetesObject } from '@auto-ops/contracts';
import { type ObjectItem, podTemplateOf, subjectOf } from '@auto-ops/diagnosis';

/**
 * A pod as a declared workload would make it, so that selectors and ports have something to be held against; `undefined` for what
 * makes none. It stands for no observation: nothing ran.
 */
export function declaredPod(workload: KubernetesObject): KubernetesObject | undefined {
  if (!['Deployment', 'StatefulSet', 'DaemonSet'].includes(workload.kind)) return undefined;
  if ((workload as { spec?: { replicas?: unknown } }).spec?.replicas === 0) return undefined;
  const template = podTemplateOf({ id: '', object: workload as ObjectItem['object'] }) as
    | { metadata?: object; spec?: object }
    | undefined;
  if (template?.spec === undefined) return undefined;
  const { apiVersion, kind, name } = subjectOf(workload);
  const { namespace, uid } = workload.metadata;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      ...template.metadata,
      name: `${name}-declared`,
      ...(namespace !== undefined && { namespace }),
      ownerReferences: [{ apiVersion, kind, name, uid: uid ?? '', controller: true }],
    },
    spec: template.spec,
  };
}
