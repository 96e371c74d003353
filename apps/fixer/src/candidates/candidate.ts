import type { Action } from '@auto-ops/contracts';

/** One way to mend a cause, as actions on the cluster; how it becomes an edit of a repository is decided later. */
export interface Candidate {
  /** One sentence for the person who approves. */
  readonly summary: string;
  readonly actions: readonly Omit<Action, 'id'>[];
}
