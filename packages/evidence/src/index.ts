/** The contract of the package: specialists that look, and read-only access to a cluster and to repositories. */
export type { ClusterAccess } from './cluster-api/credentials.ts';
export type { KubernetesReader, Listing, ListOptions } from './cluster-api/kubernetes-reader.ts';
export { openKubernetesReader } from './cluster-api/open-kubernetes-reader.ts';
export type { Resource } from './cluster-api/resource.ts';
export type { RecordedBundle } from './recorded-bundle.ts';
export { clusterResources } from './resources/cluster-resources.ts';
export { namespacedResources } from './resources/namespaced-resources.ts';
export type { Right } from './right.ts';
export type { Collected, CollectRequest, Specialist } from './specialist.ts';
export { type LogRead, logReads } from './specialists/kubernetes/log-reads.ts';
export { type ParsedLine, parseLog } from './specialists/kubernetes/parse-log.ts';
export { PodShape } from './specialists/kubernetes/pod-shape.ts';
export { specialists } from './specialists/registry.ts';
export { createGit, type Git, type GitCall, type GitOptions } from './specialists/repository/git.ts';
