import type { Workflow } from '@auto-ops/argo-workflows-client';
import type { Run, RunListener } from '@auto-ops/contracts';
import type { RunRecord } from './run-record.ts';

/** What is known of all runs, in memory: records and Workflows, side by side. */
export interface RunBoard {
  record(run: string): RunRecord | undefined;
  workflow(run: string): Workflow | undefined;
  records(): readonly RunRecord[];
  run(name: string): Run | undefined;
  runs(): readonly Run[];
  putRecord(record: RunRecord): void;
  dropRecord(run: string): void;
  /** One that is older than what is known changes nothing. */
  putWorkflow(workflow: Workflow): void;
  dropWorkflow(workflow: Workflow): void;
  /** Everything there is: what is not among these is gone. */
  replaceWorkflows(workflows: readonly Workflow[]): void;
  watch(listener: RunListener): () => void;
}
