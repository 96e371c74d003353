/** The kinds in which controllers keep the earlier pod templates of a workload. */
export const revisionKinds = ['apps/v1/ReplicaSet', 'apps/v1/ControllerRevision'] as const;
