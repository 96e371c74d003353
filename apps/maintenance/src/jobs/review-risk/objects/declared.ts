import type { KubernetesObject } from '@auto-ops/contracts';

/** A Kubernetes object as a file declares it. */
export interface Declared {
  readonly object: KubernetesObject;
  readonly path: string;
  /** The line of a field, or of the nearest one above it that is there. */
  lineOf(...keys: readonly (string | number)[]): number;
}
