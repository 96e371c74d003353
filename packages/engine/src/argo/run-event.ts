/** What the event source is told; `incident-<id>` is the run. */
export interface RunEvent {
  readonly id: string;
  /** Start a run, start one that ends after its analysis, or wake one. */
  readonly kind: 'incident' | 'diagnose' | 'decision';
}
