import type { WorkflowTemplate } from '../template/workflow-template.ts';
import type { NodeState } from './node-state.ts';
import type { RunState } from './run-state.ts';

/** A run that has not ended, in memory: always what was committed last. */
export interface ActiveRun {
  state: RunState;
  readonly definition: WorkflowTemplate;
  /** By id, in the order of their creation. */
  readonly nodes: Map<string, NodeState>;
}
