import type { Incident } from '@auto-ops/contracts';

/** What the gateway looks up in the cluster of its runs. Throws KUBERNETES_*. */
export interface ClusterView {
  hasWorkflow(name: string): Promise<boolean>;
  /** The incident in the ConfigMap that is labelled as this run's and named like it, where it is valid; undefined otherwise. */
  incidentOf(run: string): Promise<Incident | undefined>;
}
