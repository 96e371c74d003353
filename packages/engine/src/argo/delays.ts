/** When the engine repeats what an event should have done; all in milliseconds. */
export interface Delays {
  /** From an event to the next one while there is no Workflow; doubled each time. */
  readonly post: number;
  /** Events before the engine creates the Workflow itself. */
  readonly posts: number;
  /** From waking a node to waking it again. */
  readonly wake: number;
  /** Events before the engine wakes the node through the Argo Server. */
  readonly wakes: number;
  /** From stopping a Workflow to stopping it again. */
  readonly stop: number;
  /** How long the record of an ended run without Workflow is kept. */
  readonly keepEnded: number;
  /** How long any record without Workflow is kept. */
  readonly keepRecord: number;
}
