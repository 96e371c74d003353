import type { Coverage, KubernetesObject } from '@auto-ops/contracts';

/** Which namespaces are read, and what is said about those that are not. */
export interface PlannedScope {
  readonly namespaces: readonly string[];
  /** Whether these are all there are, so that one list for the whole cluster does. */
  readonly isWholeCluster: boolean;
  /** All namespaces of the cluster; empty where they cannot be listed. */
  readonly known: readonly KubernetesObject[];
  readonly coverage: readonly Coverage[];
}
