import type { Action } from '@auto-ops/contracts';

/** One action that is to be done once, however often the step is killed. */
export interface Task {
  readonly action: Action;
  /** `<incident>.<first 12 of the plan hash>.<action id>`, with `-undo` where it takes one back. */
  readonly mark: string;
  /** The only state of the object it may start from. */
  readonly fingerprint: string;
  /** What was approved; the API server is asked for the same answer again before the change is made. */
  readonly diff?: string | undefined;
}
