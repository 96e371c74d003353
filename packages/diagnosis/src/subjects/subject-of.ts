import type { KubernetesObject, Subject } from '@auto-ops/contracts';

/** The subject that stands for a Kubernetes object. */
export function subjectOf(object: KubernetesObject): Subject {
  const { name, namespace } = object.metadata;
  return {
    apiVersion: object.apiVersion,
    kind: object.kind,
    ...(namespace === undefined || namespace === '' ? {} : { namespace }),
    name,
  };
}
