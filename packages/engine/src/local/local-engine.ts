import type { Engine } from '@auto-ops/contracts';

/** The engine of one machine. */
export interface LocalEngine extends Engine {
  /** Goes on with every run that has not ended, after the end of an earlier process however it ended. */
  resumeAll(): Promise<void>;
  /**
   * Removes what is left of at most a hundred runs that ended before a time: workspace, logs and state. Returns their names. What cannot
   * be removed is logged and tried again by the next call.
   */
  forget(before: Date): Promise<readonly string[]>;
  /** Ends the running steps and lets go of the data folder; the runs go on with the next `resumeAll`. */
  close(): Promise<void>;
  /** The workspace of a run. */
  folderOf(run: string): string;
}
