import type { NewWorkflow } from './new-workflow.ts';
import type { Workflow } from './workflow.ts';
import type { WorkflowNode } from './workflow-node.ts';

/** What a watcher is told. */
export interface WorkflowWatcher {
  /** Everything there is: at the start, and whenever events may have been missed. */
  listed(workflows: readonly Workflow[]): void;
  changed(workflow: Workflow): void;
  deleted(workflow: Workflow): void;
  /** The watch was interrupted; it goes on by itself. */
  failed(error: Error): void;
}

/** Workflows of one namespace over the Kubernetes API; throws KUBERNETES_*. */
export interface WorkflowsClient {
  list(labelSelector?: string): Promise<{ readonly workflows: readonly Workflow[]; readonly resourceVersion: string }>;
  get(name: string): Promise<Workflow | undefined>;
  /** A second Workflow of one name is not made: it answers `exists`. */
  create(workflow: NewWorkflow): Promise<'created' | 'exists'>;
  /** Lists and watches, for ever, until the returned function is called. */
  watch(watcher: WorkflowWatcher, labelSelector?: string): () => void;
  /** The log of a node's pod, or undefined where the pod is gone; `limitBytes` counts from its start. */
  log(workflow: string, node: WorkflowNode, options?: LogOptions): Promise<string | undefined>;
}

/** Which log of a pod. */
export interface LogOptions {
  /** `main` unless given. */
  readonly container?: string;
  readonly tailLines?: number;
  readonly limitBytes?: number;
}
