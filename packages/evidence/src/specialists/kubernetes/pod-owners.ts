import type { KubernetesObject } from '@auto-ops/contracts';
import type { PodShape } from './pod-shape.ts';

type Owner = { readonly kind: string; readonly name: string };

/** The controllers above a pod, nearest first, as `Kind/name`: ReplicaSet then Deployment, Job then CronJob. */
export function podOwners(pod: PodShape, objects: ReadonlyMap<string, KubernetesObject>): string[] {
  const owners: string[] = [];
  let references: readonly Owner[] = pod.metadata.ownerReferences ?? [];
  while (references.length > 0 && owners.length < 4) {
    const [owner] = references as [Owner];
    owners.push(`${owner.kind}/${owner.name}`);
    const object = objects.get(`${owner.kind}/${pod.metadata.namespace}/${owner.name}`);
    references = (object?.metadata.ownerReferences as readonly Owner[] | undefined) ?? [];
  }
  return owners;
}
