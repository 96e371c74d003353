import type { Severity } from '@auto-ops/contracts';

/** What the engine remembers of a run beside its Workflow; it lives in the run's ConfigMap. */
export interface RunRecord {
  readonly run: string;
  readonly incident: string;
  readonly createdAt: string;
  /** Absent in a record of a release that did not keep it. */
  readonly severity?: Severity | undefined;
  readonly entrypoint?: string | undefined;
  /** The Workflow that was seen: a run whose Workflow is gone afterwards has ended, and is not started again. */
  readonly workflow?: string | undefined;
  /** The nodes that a decision wakes. */
  readonly decided?: readonly string[] | undefined;
  readonly cancelled?: boolean | undefined;
  readonly end?: RunEnd | undefined;
}

/** How a run ended, and when that was noticed. */
export interface RunEnd {
  readonly phase: 'Succeeded' | 'Failed';
  readonly message?: string | undefined;
  readonly finishedAt: string;
  readonly noticedAt: string;
}
