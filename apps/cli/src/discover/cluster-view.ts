import type { KubernetesObject } from '@auto-ops/contracts';
import type { Resource } from '@auto-ops/evidence';
import type { ObjectName } from './object-name.ts';

/** What could not be read, and why. */
export interface Unreadable {
  /** For example `deployments.apps`. */
  readonly what: string;
  readonly reason: string;
}

/** A cluster as it was read, for finders to look at. */
export interface ClusterView {
  /** For example `v1.34.10`; absent where the API server did not say. */
  readonly version: string | undefined;
  /** The kubeconfig and the context that led here. */
  readonly access: { readonly kubeconfig?: string | undefined; readonly context?: string | undefined };
  /** What was read of this kind; nothing where it is not served or not readable. */
  list(resource: Resource): readonly KubernetesObject[];
  /** Whether all there is of these kinds was read; a kind that is not served has nothing to read. */
  isComplete(...resources: readonly Resource[]): boolean;
  /** Whether the API server serves this kind. */
  serves(resource: Resource): boolean;
  /** A ConfigMap that a finder's `follows` has named. */
  configMap(place: ObjectName): KubernetesObject | undefined;
  readonly unreadable: readonly Unreadable[];
}
