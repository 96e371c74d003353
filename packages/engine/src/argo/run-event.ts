import type { Severity } from '@auto-ops/contracts';

/** What the event source is told; `incident-<id>` is the run, of maintenance `<kind>-<id>`. */
export interface RunEvent {
  readonly id: string;
  /** Start a run, start one that ends after its analysis, wake one, or submit maintenance. */
  readonly kind: 'incident' | 'diagnose' | 'decision' | 'reindex' | 'review-risk';
  /** Of an incident that is to be started: a label of its Workflow. */
  readonly severity?: Severity | undefined;
}
