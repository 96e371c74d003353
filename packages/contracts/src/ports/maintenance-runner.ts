import type { MaintenanceTask } from '../maintenance/maintenance-task.ts';

/** Where a maintenance run stands; `absent` where there is none, or none any more. */
export interface MaintenanceRun {
  readonly phase: 'absent' | 'running' | 'succeeded' | 'failed';
  readonly message?: string | undefined;
}

/** Starts maintenance runs; one behaviour, whichever adapter. */
export interface MaintenanceRunner {
  /** Starts the run of a task. Told again, it looks whether there is one, and repairs what was lost on the way; one run is made. */
  submit(task: MaintenanceTask): Promise<MaintenanceRun>;
  /** Looks at a run and starts nothing. */
  look(run: string): Promise<MaintenanceRun>;
  close(): Promise<void>;
}
