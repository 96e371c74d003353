import type { PodShape } from '@auto-ops/evidence';

const oneRun = new Set(['Job', 'Workflow', 'PipelineRun', 'TaskRun']);

/**
 * The workload a pod belongs to, from its owner and the hash that a Deployment labels its pods with; the pod itself where it has no owner.
 * What runs once has another name each time: where its pods are labelled with the name of their application, that is the name.
 */
export function workloadOf({ metadata }: PodShape): { readonly kind: string; readonly name: string } {
  const owner = metadata.ownerReferences?.[0];
  if (owner === undefined) return { kind: 'Pod', name: metadata.name };
  const hash = metadata.labels?.['pod-template-hash'];
  if (owner.kind === 'ReplicaSet' && hash !== undefined && owner.name.endsWith(`-${hash}`)) {
    return { kind: 'Deployment', name: owner.name.slice(0, -hash.length - 1) };
  }
  const application = metadata.labels?.['app.kubernetes.io/name'];
  if (oneRun.has(owner.kind) && application !== undefined) return { kind: owner.kind, name: application };
  // A CronJob names its Jobs by the minute they were due.
  const [, cronJob] = owner.kind === 'Job' ? (/^(.+)-\d{8,10}$/.exec(owner.name) ?? []) : [];
  return cronJob === undefined ? { kind: owner.kind, name: owner.name } : { kind: 'CronJob', name: cronJob };
}
