import type { Engine } from '@auto-ops/contracts';

/** The engine of a cluster. */
export interface ArgoEngine extends Engine {
  /** Resolves once the runs of the cluster are known; until then nothing is repaired. */
  listed(): Promise<void>;
  /** Ends watching and repairing; the runs go on by themselves. */
  close(): Promise<void>;
}
